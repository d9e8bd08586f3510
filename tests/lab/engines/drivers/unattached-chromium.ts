import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Starts Chromium on a page, without DevTools: under them it prerenders nothing. */
export async function launchUnattachedChromium(
  program: string,
  args: string[],
  url: string,
): Promise<{ close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "lab-"));
  const own = ["--headless=new", "--no-default-browser-check", `--user-data-dir=${folder}`, url];
  const browser = spawn(program, [...args, ...own], { stdio: "ignore", detached: true });

  return {
    async close() {
      await stop(browser);
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** Ends the browser with all the processes that it has started. */
async function stop(browser: ChildProcess): Promise<void> {
  const exit = once(browser, "exit");
  if (browser.exitCode !== null || browser.pid === undefined) return;
  process.kill(-browser.pid, "SIGKILL");
  await exit;
}
