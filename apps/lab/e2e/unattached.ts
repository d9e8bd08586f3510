import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { playwrightDefaults } from "../../../scripts/playwright.ts";
import { type LabServer, startLabServer } from "../server/lab-server.ts";
import type { Report } from "../server/remote.ts";
import { expect, test as base } from "./world.ts";

export { expect };

/** A browser without DevTools, under which Chromium prerenders nothing. Its pages report by themselves. */
export interface Unattached {
  server: LabServer;
  /** Waits for something that happens to a page. It may have happened already. */
  until(page: string, type: string): Promise<Report>;
  /** All that has happened to a page. */
  reportsOf(page: string, type: string): Report[];
}

const { executablePath, args } = playwrightDefaults.use.launchOptions;

/** Chromium, on a page of a server, until the test is over. */
export const test = base.extend<{ unattached: Unattached }>({
  unattached: async ({ dialect }, use) => {
    const server = await startLabServer({ dialect });
    const folder = await mkdtemp(join(tmpdir(), "lab-"));
    const url = `${server.url}/pages/prerendering.html`;
    const browser = spawn(
      executablePath!,
      [...args, "--headless=new", "--no-default-browser-check", `--user-data-dir=${folder}`, url],
      { stdio: "ignore", detached: true },
    );
    const { reports, visits } = server.remote;
    const reportsOf: Unattached["reportsOf"] = (page, type) =>
      reports.filter((report) => report.page === page && report.type === type);
    const until: Unattached["until"] = async (page, type) => {
      await expect(() => {
        const seen = [...visits, ...reports.map((report) => JSON.stringify(report))].join("\n");
        expect(reportsOf(page, type), `“${type}” of ${page}; seen:\n${seen}`).not.toEqual([]);
      }).toPass({ timeout: 15_000 });
      return reportsOf(page, type)[0]!;
    };

    await use({ server, until, reportsOf });
    await stop(browser);
    await server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    const errors = reports.filter(({ type }) => type === "error");
    expect(errors, "errors of the pages").toEqual([]);
  },
});

/** Ends the browser with all the processes that it has started. */
async function stop(browser: ChildProcess): Promise<void> {
  const exit = once(browser, "exit");
  if (browser.exitCode !== null || browser.pid === undefined) return;
  process.kill(-browser.pid, "SIGKILL");
  await exit;
}
