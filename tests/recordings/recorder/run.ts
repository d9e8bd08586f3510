import { execFile, spawn, type StdioOptions } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { scriptEnv } from "../../../scripts/clean-env.ts";

function envIn(folder: string, env: Record<string, string>): NodeJS.ProcessEnv {
  return { ...scriptEnv(folder), NODE_ENV: "production", ...env };
}

/** Runs a program to its end; rejects with what it printed if it fails. */
export async function run(
  folder: string,
  [command = "", ...args]: readonly string[],
): Promise<void> {
  const env = envIn(folder, {});
  await promisify(execFile)(command, args, { cwd: folder, env, maxBuffer: 2 ** 26 });
}

/** Starts a program that does not end by itself. What it prints is in `server.log`. */
export function start(
  folder: string,
  [command = "", ...args]: readonly string[],
  env: Record<string, string>,
): { stop(): Promise<void> } {
  const log = openSync(join(folder, "server.log"), "w");
  const stdio: StdioOptions = ["ignore", log, log];
  const child = spawn(command, args, { cwd: folder, env: envIn(folder, env), stdio });
  const kill = (): void => void child.kill();
  process.once("exit", kill);
  return {
    async stop() {
      process.off("exit", kill);
      kill();
      await once(child, "exit");
    },
  };
}
