import { existsSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "./app.ts";
import { endOf, runShell } from "./run-shell.ts";
import { UserError } from "./user-error.ts";

export type PackageManager = "bun" | "npm" | "pnpm" | "yarn";

const lockfiles: [string, PackageManager][] = [
  ["pnpm-lock.yaml", "pnpm"],
  ["pnpm-workspace.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
];

// Each may change the lockfile: it is a copy's.
const commands: Record<PackageManager, string> = {
  bun: "bun install --no-frozen-lockfile",
  npm: "npm install --no-audit --no-fund --prefer-offline",
  pnpm: "pnpm install --no-frozen-lockfile --prefer-offline",
  yarn: "YARN_ENABLE_IMMUTABLE_INSTALLS=false yarn install",
};

/** The package manager of an app, by its package.json or its lockfile; npm if neither says. */
export function packageManagerOf(folder: string): PackageManager {
  const { packageManager = "" } = readJson<{ packageManager?: string }>(
    join(folder, "package.json"),
  );
  const named = Object.keys(commands).find((name) => packageManager.startsWith(`${name}@`));
  // It is one of the names.
  if (named) return named as PackageManager;
  return lockfiles.find(([name]) => existsSync(join(folder, name)))?.[1] ?? "npm";
}

/**
 * Installs what an app depends on.
 *
 * @throws UserError with the end of what the package manager said
 */
export async function install(folder: string): Promise<void> {
  const command = commands[packageManagerOf(folder)];
  const { printed, code } = await runShell(folder, command);
  if (code !== 0) throw new UserError(`${command} failed:\n${endOf(printed, 15)}`);
}
