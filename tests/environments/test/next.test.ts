import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium } from "../../../scripts/chromium.ts";
import { type AuthServer, startAuthServer } from "./support/auth-server.ts";
import { launchChromium } from "./support/chromium.ts";
import { type NextApp, serveNextApp } from "./support/next-app.ts";

let server: AuthServer;
let cookie: string;
let browser: Browser | undefined;

beforeAll(async () => {
  server = await startAuthServer();
  cookie = await server.cookieOf("ada", "lovelace");
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe.each([["turbopack"], ["webpack"]])("Next with cacheComponents, by %s", (bundler) => {
  let app: NextApp;

  beforeAll(async () => {
    app = await serveNextApp("next", bundler, server.url);
  });
  afterAll(() => app?.stop());

  test("a layout without a session is static", async () => {
    const html = readFileSync(join(app.built, "server/app/index.html"), "utf8");
    for (const text of ["<p>One moment</p>", "<h1>Home</h1>"]) {
      expect(html).toContain(text);
      expect(await get("/")).toContain(text);
    }
  });

  test("a session streams into a static shell", async () => {
    const html = readFileSync(join(app.built, "server/app/given.html"), "utf8");
    expect(html).toContain("<h1>Shell</h1>");
    expect(html).toContain("<p>Streaming</p>");
    expect(html).not.toContain("Sign");

    expect(await get("/given", cookie)).toMatch(/Streaming.*Sign out (<!-- -->)?Ada Lovelace/s);
    expect(await get("/given")).toMatch(/Streaming.*Sign in/s);
  });

  test("the promise of a session streams through a layout that does not wait for it", async () => {
    const html = readFileSync(join(app.built, "server/app/streamed.html"), "utf8");
    for (const text of ["<h1>Shell</h1>", "<p>One moment</p>", "<p>Streaming</p>"]) {
      expect(html).toContain(text);
    }
    expect(html).not.toContain("Hello");

    expect(await get("/streamed", cookie)).toMatch(/Streaming.*Hello, (<!-- -->)?Ada Lovelace/s);
    expect(await get("/streamed")).toMatch(/Streaming.*Hello, (<!-- -->)?stranger/s);
  });

  test.runIf(findChromium())("a browser hydrates all without a complaint", async () => {
    const context = await browser!.newContext();
    const cookies = cookie.split("; ").map((it) => it.split("=") as [string, string]);
    await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: app.url })));
    const page = await context.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    for (const path of ["/", "/given", "/streamed"]) {
      await page.goto(app.url + path);
      await page.getByText("Sign out Ada Lovelace").waitFor();
    }
    expect(said).toEqual([]);

    await page.getByText("Sign out Ada Lovelace").click();
    await page.getByText("Sign in").waitFor();
    await context.close();
  });

  test("the server has nothing to complain of", () => {
    expect(app.complaints()).toBe("");
  });

  async function get(path: string, asking = ""): Promise<string> {
    const response = await fetch(app.url + path, { headers: { cookie: asking } });
    expect(response.status).toBe(200);
    return response.text();
  }
});
