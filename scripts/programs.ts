import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where programs of these names would be. */
export function onPath(programs: string[]): string[] {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return programs.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The first of these that can be run. */
export function firstExecutable(paths: string[]): string | undefined {
  return paths.find((path) => path !== "" && isExecutable(path));
}

/** Has the system's package manager install something, where it is Debian's and may be used. */
export function installPackages(packages: string[]): void {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  run("apt-get", ["update"], 300_000);
  // One by one, so that a package that is unavailable does not lose the others.
  for (const name of packages) {
    run("apt-get", ["install", "--yes", "--no-install-recommends", name], 600_000);
  }
}

/** Runs a program that may fail, and may take so many milliseconds. */
export function run(command: string, args: string[], timeout: number): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"], timeout, env });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
