import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { users } from "../examples/shared/users.ts";
import { startDatabase } from "../tests/provider-flows/servers/database.ts";
import {
  providerFlowsEnvironment,
  startServers,
} from "../tests/provider-flows/servers/start-servers.ts";

async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once("error", () => resolve(false))
      .listen(port, () => server.close(() => resolve(true)));
  });
}

async function firstFreePort(from: number): Promise<number> {
  return (await isFree(from)) ? from : firstFreePort(from + 1);
}

interface App {
  url: string;
  server: ChildProcess;
  /** Resolves when it listens. */
  isReady: Promise<void>;
}

async function serve(name: string, firstPort: number, env: Record<string, string>): Promise<App> {
  const port = await firstFreePort(firstPort);
  const url = `http://localhost:${port}`;
  const secret = randomBytes(32).toString("hex");
  const start = ["--silent", `--filter=${name}`, "run", "start", "--hostname", "localhost"];
  const server = spawn("pnpm", [...start, "--port", String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      NEXTAUTH_URL: url,
      NEXTAUTH_SECRET: secret,
      AUTH_URL: url,
      AUTH_SECRET: secret,
      AUTH_TRUST_HOST: "true",
      NEXT_TELEMETRY_DISABLED: "1",
      ...env,
    },
  });
  const isReady = new Promise<void>((resolve) => {
    server.stdout.on("data", (output: Buffer) => {
      process.stdout.write(output);
      if (output.includes("Ready")) resolve();
    });
  });
  return { url, server, isReady };
}

const build = spawnSync(
  "pnpm",
  ["run", "turbo", "build", "--filter=next-pages", "--filter=next-app"],
  { stdio: "inherit" },
);
if (build.status !== 0) process.exit(build.status ?? 1);

const providers = await startServers();
// The embedded database does not keep the statements of two apps apart.
const database = await startDatabase();
const pages = await serve("next-pages", 3000, providerFlowsEnvironment(providers));
const app = await serve("next-app", 3100, providerFlowsEnvironment({ ...providers, database }));
const servers = [pages.server, app.server];

async function stop(code: number | null): Promise<void> {
  const running = servers.filter((server) => server.exitCode === null && !server.signalCode);
  await Promise.all(
    running.map((server) => {
      server.kill("SIGTERM");
      return once(server, "exit");
    }),
  );
  await Promise.all([providers.close(), database.close()]);
  process.exit(code ?? 0);
}

// The terminal sends Ctrl-C to the servers too: wait for them, so that nothing is left behind.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop(0));
for (const server of servers) server.once("exit", (code) => void stop(code));

await Promise.all([pages.isReady, app.isReady]);
console.log(`\nOpen ${pages.url} in several tabs, and sign in as one of these:`);
for (const { username, password, role } of users)
  console.log(`  ${username} / ${password}  (${role})`);
console.log("\nOr sign in through another provider:");
console.log(`  the OpenID provider  ${providers.openId.issuer}  (it asks for no password)`);
console.log(`  links by mail        ${providers.mailbox.pageUrl}  (the mailbox of every address)`);
console.log(
  `  a passkey            ${app.url}/passkeys  (the same with Auth.js v5; sign in first)`,
);
console.log("\nCtrl-C stops it.");
