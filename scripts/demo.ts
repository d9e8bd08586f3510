import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { users } from "../apps/common/users.ts";
import { doorsEnvironment, startServers } from "../apps/doors/servers/start-servers.ts";

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

const build = spawnSync("pnpm", ["run", "turbo", "build", "--filter=next-pages"], {
  stdio: "inherit",
});
if (build.status !== 0) process.exit(build.status ?? 1);

const doors = await startServers();
const port = await firstFreePort(3000);
const url = `http://localhost:${port}`;
const start = ["--silent", "--filter=next-pages", "run", "start", "--hostname", "localhost"];
const server = spawn("pnpm", [...start, "--port", String(port)], {
  stdio: ["ignore", "pipe", "inherit"],
  env: {
    ...process.env,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    NEXT_TELEMETRY_DISABLED: "1",
    ...doorsEnvironment(doors),
  },
});

server.stdout.on("data", (output: Buffer) => {
  process.stdout.write(output);
  if (!output.includes("Ready")) return;
  console.log(`\nOpen ${url} in several tabs, and sign in as one of these:`);
  for (const { username, password, role } of users)
    console.log(`  ${username} / ${password}  (${role})`);
  console.log("\nOr come in by another door:");
  console.log(`  the OpenID provider  ${doors.openId.issuer}  (it asks for no password)`);
  console.log(`  links by mail        ${doors.mailbox.pageUrl}  (the mailbox of every address)`);
  console.log("\nCtrl-C stops it.");
});

// The terminal sends Ctrl-C to the server too: wait for it, so that nothing is left behind.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => {
  void doors.close().finally(() => process.exit(code ?? 0));
});
