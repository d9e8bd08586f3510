import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const START_TIMEOUT_MS = 30_000;

/** Serves the built app twice: as it comes, and with sessions that live for four seconds. */
export default async function startServers() {
  const apps = await Promise.all([startApp(), startApp({ SESSION_MAX_AGE: "4" })]);
  // Workers inherit the environment: they read the addresses from it.
  [process.env.NEXT_PAGES_URL, process.env.NEXT_PAGES_SHORT_URL] = apps.map(({ url }) => url);
  return () => Promise.all(apps.map(({ server }) => stop(server)));
}

async function startApp(env: Record<string, string> = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const next = require.resolve("next/dist/bin/next");
  const server = spawn(process.execPath, [next, "start", "-H", "127.0.0.1", "-p", String(port)], {
    cwd: dirname(__dirname),
    env: {
      ...process.env,
      NEXTAUTH_URL: url,
      NEXTAUTH_SECRET: "only-for-end-to-end-tests",
      NEXT_TELEMETRY_DISABLED: "1",
      ...env,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await isServing(`${url}/api/auth/providers`, server);
  return { url, server };
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

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
