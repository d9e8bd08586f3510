import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "../../../scripts/free-port.ts";

const START_TIMEOUT_MS = 60_000;

export interface AppToServe {
  /** Where it runs. */
  folder: string;
  /** What Node is to run there, with its arguments. */
  command(port: string): string[];
  /** Where its Auth.js handlers are. */
  authPath: string;
  /** What browsers are to call it. Next's own URLs say "localhost", whatever they were told. */
  host?: "127.0.0.1" | "localhost";
  /** Further variables, or what makes them of the app's address. */
  env?: Record<string, string> | ((url: string) => Record<string, string>);
}

/** Serves a built app on a free port of the loopback, and waits until it answers. */
export async function serveApp(app: AppToServe) {
  const { folder, command, authPath, host = "127.0.0.1", env } = app;
  const port = String(await freePort());
  const url = `http://${host}:${port}`;
  const secret = "only-for-end-to-end-tests";
  const server = spawn(process.execPath, command(port), {
    cwd: folder,
    env: {
      ...process.env,
      PORT: port,
      NEXTAUTH_URL: url,
      NEXTAUTH_SECRET: secret,
      AUTH_URL: url,
      AUTH_SECRET: secret,
      AUTH_TRUST_HOST: "true",
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      ...(typeof env === "function" ? env(url) : env),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await isServing(`${url}${authPath}/providers`, server);
  return { url, stop: () => stop(server) };
}

async function isServing(url: string, server: ChildProcess) {
  const giveUpAt = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < giveUpAt) {
    if (server.exitCode !== null) throw new Error("The app didn’t start. Has it been built?");
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await delay(50);
  }
  server.kill();
  throw new Error(`Nothing answered at ${url} within ${START_TIMEOUT_MS} ms.`);
}

async function stop(server: ChildProcess) {
  if (server.exitCode !== null) return;
  const exit = once(server, "exit");
  server.kill();
  await exit;
}
