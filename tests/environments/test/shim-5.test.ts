import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium } from "../../../scripts/chromium.ts";
import { launchChromium } from "./support/chromium.ts";
import { type NextApp, serveNextApp } from "./support/next-app.ts";
import { run } from "./support/run.ts";
import { resolutions, tsc } from "./support/tsc.ts";

const environment = "shim-next-5";
let browser: Browser | undefined;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test("all entries hand on what next-auth's do, but for the client, which lacks nothing", async () => {
  const { count, ...rest } = JSON.parse(await run(environment, ["node", "entries.mjs"]));
  expect(count).toBeGreaterThan(60);
  expect(rest).toEqual({ others: [], missing: [], passkeys: ["signIn"] });
});

test("a library's components share the app's session in Vitest, and spies by either name reach them", async () => {
  await run(environment, ["vitest", "run"]);
});

test.each([
  ["5.4", "bundler"],
  ["5.9", "node10"],
  ["5.9", "node16"],
  ["7", "bundler"],
] as const)("TypeScript %s, by %s, sees what the app declares", async (version, resolution) => {
  expect(
    await tsc(environment, version, [...resolutions[resolution], "-p", "tsconfig.json"]),
  ).toEqual([]);
});

describe.each(["turbopack", "webpack"])("an App Router app, built by %s", (bundler) => {
  let app: NextApp;

  beforeAll(async () => {
    app = await serveNextApp(environment, bundler);
  });
  afterAll(() => app?.stop());

  test("prerenders the library's component below our provider", () => {
    const html = readFileSync(join(app.built, "server/app/static.html"), "utf8");
    expect(html).toContain("Account: loading");
    expect(html).toContain("Wallet: loading");
  });

  test.runIf(findChromium())("signs in and out by the library, for both", async () => {
    const page = await browser!.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    const { request } = page.context();
    const { url } = app;

    await page.goto(`${url}/static`);
    await page.getByText("Account: unauthenticated").waitFor();
    await page.getByText("Wallet: unauthenticated").click();
    await page.getByText("Disconnect Ada").waitFor();
    await page.getByText("Ada", { exact: true }).waitFor();

    // Rendered by a server, by our provider and by the library's.
    for (const path of ["/", "/kit"]) {
      const html = await (await request.get(url + path)).text();
      expect(html).toMatch(/<p>Ada<\/p>/);
      expect(html).toMatch(/>Disconnect Ada</);
    }
    expect(await (await request.get(`${url}/name`)).json()).toEqual({ name: "Ada" });

    await page.goto(`${url}/kit`);
    await page.getByText("Disconnect Ada").click();
    await page.getByText("Account: unauthenticated").waitFor();
    await page.getByText("Wallet: unauthenticated").waitFor();
    expect(said).toEqual([]);
    await page.close();
  });

  test("the server has nothing to complain of", () => {
    expect(app.complaints()).toBe("");
  });
});
