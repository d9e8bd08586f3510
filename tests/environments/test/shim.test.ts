import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium } from "../../../scripts/chromium.ts";
import { launchChromium } from "./support/chromium.ts";
import { type NextApp, serveNextApp } from "./support/next-app.ts";
import { run } from "./support/run.ts";
import { resolutions, tsc } from "./support/tsc.ts";

const environment = "shim-next";
let browser: Browser | undefined;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test("all entries are next-auth's own modules, but for the client, which lacks nothing", async () => {
  const { count, others, missing } = JSON.parse(await run(environment, ["node", "entries.cjs"]));
  expect(count).toBeGreaterThan(60);
  expect({ others, missing }).toEqual({ others: [], missing: [] });
});

test("a library's components share the app's session in Jest, and spies by either name reach them", async () => {
  await run(environment, ["jest"]);
});

test.each([
  ["4.9", "node10"],
  ["5.9", "node10"],
  ["5.9", "node16"],
  ["7", "bundler"],
] as const)("TypeScript %s, by %s, sees what the app declares", async (version, resolution) => {
  expect(
    await tsc(environment, version, [...resolutions[resolution], "-p", "tsconfig.json"]),
  ).toEqual([]);
});

describe.each(["turbopack", "webpack"])("a Pages Router app, built by %s", (bundler) => {
  let app: NextApp;

  beforeAll(async () => {
    app = await serveNextApp(environment, bundler);
  });
  afterAll(() => app?.stop());

  test("prerenders the library's component below our provider", () => {
    const html = readFileSync(join(app.built, "server/pages/index.html"), "utf8");
    expect(html).toContain("Account: loading");
    expect(html).toContain("Wallet: loading");
  });

  test.runIf(findChromium())("signs in and out by the library, for both", async () => {
    const page = await browser!.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));

    const { url } = app;
    await page.goto(url);
    await page.getByText("Account: unauthenticated").waitFor();
    await page.getByText("Wallet: unauthenticated").click();
    await page.getByText("Disconnect Ada").waitFor();
    await page.getByText("Ada", { exact: true }).waitFor();

    // Rendered by a server, by the library's provider.
    const html = await (await page.context().request.get(`${url}/kit`)).text();
    expect(html).toMatch(/<p>Ada<\/p>/);
    expect(html).toContain("Disconnect Ada");
    const token = await page.context().request.get(`${url}/api/token`);
    expect(await token.json()).toEqual({ name: "Ada" });

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
