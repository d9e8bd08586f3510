import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from "vitest";
import { text } from "../../lab/server/answer.ts";
import { type AuthServer, startAuthServer } from "./support/auth-server.ts";
import { isLinux } from "./support/not-run-here.ts";
import { folderOf, run } from "./support/run.ts";

const page = (script: string): string =>
  `<!doctype html><div id="root"><p id="who"></p></div><script src="/${script}"></script>`;

describe.runIf(isLinux)("Chromium 111, the oldest that has to run the packages", () => {
  let server: AuthServer;
  let browser: Browser;

  beforeAll(async () => {
    await run("old-chromium", ["node", "build.mjs"]);
    // It is unpacked to the temporary folder.
    const TMPDIR = join(folderOf("old-chromium"), "unpacked");
    mkdirSync(TMPDIR, { recursive: true });
    const printed = await run("old-chromium", ["node", "unpack.mjs"], { TMPDIR });
    const executablePath = printed.trim();
    const args = ["--no-sandbox", "--single-process", "--no-zygote", "--in-process-gpu"];
    browser = await chromium.launch({ executablePath, args });
    server = await startAuthServer({ answerPage: async (path) => answerPage(path) });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test("is as old as it says", () => {
    expect(browser.version()).toMatch(/^111\./);
  });

  test("signs in and out, in every tab", async () => {
    const context = await browser.newContext();
    const errors: string[] = [];
    context.on("weberror", (it) => errors.push(String(it.error())));
    onTestFailed(() => console.error(errors));
    const [first, second, third] = [await open("page"), await open("page"), await open("plain")];
    const tabs = [first, second, third];
    await allShow("Nobody");
    // One tab has asked, and has told the others.
    expect(server.sessionReads()).toHaveLength(1);

    await click(first, "Mistype");
    await see(first, "output", "CredentialsSignin");
    await click(first, "Sign in");
    await see(first, "output", "ok");
    await allShow("Ada Lovelace");

    await click(second, "Rename");
    await allShow("Countess");

    await click(first, "Sign out");
    await allShow("Nobody");
    expect(errors).toEqual([]);
    await context.close();

    async function open(name: string): Promise<Page> {
      const tab = await context.newPage();
      await tab.goto(`${server.url}/${name}.html`);
      // The next tab is opened when this one knows who is there.
      await see(tab, "#who", "Nobody");
      return tab;
    }

    async function allShow(name: string): Promise<void> {
      for (const tab of tabs) await see(tab, "#who", name);
    }
  });

  // By the page's own means: Playwright's selectors ask for what an old browser may lack.
  async function see(tab: Page, selector: string, shown: string): Promise<void> {
    const isShown = `document.querySelector("${selector}")?.textContent === "${shown}"`;
    await tab.waitForFunction(isShown, undefined, { timeout: 10_000 });
  }

  async function click(tab: Page, name: string): Promise<void> {
    const buttons = `[...document.querySelectorAll("button")]`;
    await tab.evaluate(`${buttons}.find((it) => it.textContent === "${name}").click()`);
  }

  function answerPage(path: string): ReturnType<typeof text> {
    if (path.endsWith(".html")) return text(page(path.slice(1, -5) + ".js"), 200, "text/html");
    if (!path.endsWith(".js")) return text("", 404);
    const code = readFileSync(join(folderOf("old-chromium"), "built", path), "utf8");
    return text(code, 200, "text/javascript");
  }
});
