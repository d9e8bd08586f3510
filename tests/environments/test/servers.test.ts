import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AuthServer, startAuthServer } from "./support/auth-server.ts";
import { isLinux } from "./support/not-run-here.ts";
import { cleanEnv } from "../../../scripts/clean-env.ts";
import { folderOf, run } from "./support/run.ts";

const right = {
  names: ["Ada Lovelace", "Ada Lovelace", "Ada Lovelace"],
  providers: ["credentials", "elsewhere"],
  html: ["<p>Ada Lovelace</p>", "<p>unauthenticated</p>", "<p>loading</p>"],
};
let server: AuthServer;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startAuthServer();
  env = { AUTH_URL: server.url, COOKIE: await server.cookieOf("ada", "lovelace") };
});
afterAll(() => server?.close());

test.each(["workerd", "edge-runtime"])("%s reads and renders sessions", async (name) => {
  expect(JSON.parse(await run("servers", ["node", `${name}.mjs`], env))).toEqual(right);
});

test.runIf(isLinux).each([
  ["Bun", ["node_modules/@oven/bun-linux-x64/bin/bun", "serve.js"]],
  ["Deno", ["node_modules/@deno/linux-x64-glibc/deno", "run", "--allow-all", "serve.js"]],
])("%s reads and renders sessions", async (_, [command = "", ...args]) => {
  const child = spawn(command, args, {
    cwd: folderOf("servers"),
    env: { ...cleanEnv(), ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const url = `http://127.0.0.1:${await portOf(child.stdout)}/`;
    const response = await fetch(url, { headers: { cookie: env["COOKIE"] ?? "" } });
    expect(await response.json()).toEqual(right);
  } finally {
    child.kill();
    if (child.exitCode === null) await once(child, "exit");
  }
});

/** The port that a server prints when it listens. */
async function portOf(printed: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const chunk of printed) {
    text += chunk;
    const [, port] = /port (\d+)/.exec(text) ?? [];
    if (port) return port;
  }
  throw new Error(`no port in: ${text}`);
}
