import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProcessGroup } from "./process-group.ts";

/** Starts Chromium on a page, without DevTools: under them it prerenders nothing. */
export async function launchUnattachedChromium(
  program: string,
  args: string[],
  url: string,
): Promise<{ close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "lab-"));
  const own = ["--headless=new", "--no-default-browser-check", `--user-data-dir=${folder}`, url];
  const browser = startProcessGroup(program, [...args, ...own], { stdio: "ignore" });

  return {
    async close() {
      const hasEnded = browser.process.exitCode !== null || once(browser.process, "exit");
      browser.kill();
      await hasEnded;
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
