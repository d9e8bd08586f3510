import { once } from "node:events";
import { pathToFileURL } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import type { ChildProcess } from "node:child_process";
import { chromium } from "@playwright/test";
import { windowlessDefaults } from "../../../../scripts/playwright.ts";
import { freePort } from "../../../../scripts/free-port.ts";
import { type Clicks, createVisit, type Visit } from "../clicks/visit.ts";
import { type Command, toShell } from "../command.ts";
import type { Outcome } from "../outcome.ts";
import { endOf, endShell, startShell } from "../run-shell.ts";

const READY_MS = 60_000;

/** Serves an app that is built, and does in a browser what its users do. */
export async function checkClicks(
  folder: string,
  command: Command,
  file: string,
): Promise<Outcome> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { PORT: `${port}`, NEXTAUTH_URL: url, AUTH_URL: url, AUTH_TRUST_HOST: "true" };
  const server = startShell(folder, toShell(folder, command), env);
  const closed = once(server, "close");
  let printed = "";
  server.stdout?.on("data", (chunk) => (printed += chunk));
  server.stderr?.on("data", (chunk) => (printed += chunk));

  try {
    if (await isReady(server, url)) return await click(url, file);
    return { passed: [], failed: [{ name: "serves", text: endOf(printed) }] };
  } finally {
    endShell(server);
    await closed;
  }
}

const ENDS = "the visit comes to its end";

async function click(url: string, file: string): Promise<Outcome> {
  const browser = await chromium.launch(windowlessDefaults.use.launchOptions);
  try {
    const { visit, outcome } = createVisit(await browser.newContext({ baseURL: url }), url);
    let steps = 0;
    const step: Visit["step"] = (...args) => {
      steps++;
      return visit.step(...args);
    };
    await visit.step(ENDS, async () => {
      // A visit is a program of the app's; what it exports is said in visit.ts.
      const { default: clicks } = (await import(pathToFileURL(file).href)) as { default: Clicks };
      await clicks({ ...visit, step });
    });
    const { passed, failed } = outcome;
    // An end after steps of which none held is worth nothing.
    const isInVain = steps > 0 && passed.every((name) => name === ENDS);
    return { passed: isInVain ? [] : passed, failed };
  } finally {
    await browser.close();
  }
}

/** Waits until a server answers anything at all; false if it ends before, or takes too long. */
async function isReady(server: ChildProcess, url: string): Promise<boolean> {
  const end = Date.now() + READY_MS;
  while (Date.now() < end && server.exitCode === null) {
    const answer = await fetch(url, { redirect: "manual" }).catch(() => undefined);
    if (answer) return true;
    await sleep(100);
  }
  return false;
}
