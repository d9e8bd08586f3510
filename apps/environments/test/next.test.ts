import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, findHeadlessShell } from "../../../scripts/chromium.ts";
import { type AuthServer, startAuthServer } from "./support/auth-server.ts";
import { folderOf, run } from "./support/run.ts";
import { cleanEnv } from "../../../scripts/clean-env.ts";
import { freePort } from "../../../scripts/free-port.ts";

let server: AuthServer;
let cookie: string;
let browser: Browser | undefined;

beforeAll(async () => {
  server = await startAuthServer();
  cookie = await server.cookieOf("ada", "lovelace");
  const executablePath = findHeadlessShell() ?? findChromium();
  if (executablePath) browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe.each([["turbopack"], ["webpack"]])("Next with cacheComponents, by %s", (bundler) => {
  const env = { DIST_DIR: `.next-${bundler}` };
  let next: ChildProcess | undefined;
  let url: string;
  let complaints = "";

  beforeAll(async () => {
    await run("next", ["next", "build", `--${bundler}`], { ...env, AUTH_URL: server.url });
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    next = spawn("node", ["node_modules/next/dist/bin/next", "start", "-p", `${port}`], {
      cwd: folderOf("next"),
      env: { ...cleanEnv(), ...env, AUTH_URL: server.url },
      stdio: ["ignore", "pipe", "pipe"],
    });
    next.stderr?.on("data", (chunk) => (complaints += chunk));
    for await (const chunk of next.stdout ?? []) if (String(chunk).includes("Ready")) break;
  });
  afterAll(async () => {
    next?.kill();
    if (next?.exitCode === null) await once(next, "exit");
  });

  test("a layout without a session is static", async () => {
    const html = readFileSync(
      join(folderOf("next"), env.DIST_DIR, "server/app/index.html"),
      "utf8",
    );
    for (const text of ["<p>One moment</p>", "<h1>Home</h1>"]) {
      expect(html).toContain(text);
      expect(await get("/")).toContain(text);
    }
  });

  test("a session streams into a static shell", async () => {
    const html = readFileSync(
      join(folderOf("next"), env.DIST_DIR, "server/app/given.html"),
      "utf8",
    );
    expect(html).toContain("<h1>Shell</h1>");
    expect(html).toContain("<p>Streaming</p>");
    expect(html).not.toContain("Sign");

    expect(await get("/given", cookie)).toMatch(/Streaming.*Sign out (<!-- -->)?Ada Lovelace/s);
    expect(await get("/given")).toMatch(/Streaming.*Sign in/s);
  });

  test.runIf(findChromium())("a browser hydrates both without a word", async () => {
    const context = await browser!.newContext();
    const cookies = cookie.split("; ").map((it) => it.split("=") as [string, string]);
    await context.addCookies(cookies.map(([name, value]) => ({ name, value, url })));
    const page = await context.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    for (const path of ["/", "/given"]) {
      await page.goto(url + path);
      await page.getByText("Sign out Ada Lovelace").waitFor();
    }
    expect(said).toEqual([]);

    await page.getByText("Sign out Ada Lovelace").click();
    await page.getByText("Sign in").waitFor();
    await context.close();
  });

  test("the server has nothing to complain of", () => {
    expect(complaints).toBe("");
  });

  async function get(path: string, asking = ""): Promise<string> {
    const response = await fetch(url + path, { headers: { cookie: asking } });
    expect(response.status).toBe(200);
    return response.text();
  }
});
