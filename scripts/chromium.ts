import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of a Chromium on this machine: SOJOURN_CHROMIUM, the system's, or Playwright's. */
export function findChromium(): string | undefined {
  return firstExecutable([
    process.env["SOJOURN_CHROMIUM"] ?? "",
    ...onPath(names),
    chromium.executablePath(),
  ]);
}

/**
 * The path of Chromium's headless shell: SOJOURN_HEADLESS_SHELL, or the system's. It is the same
 * engine without a browser's windows, and takes half the processor time.
 */
export function findHeadlessShell(): string | undefined {
  return firstExecutable([
    process.env["SOJOURN_HEADLESS_SHELL"] ?? "",
    ...onPath(["chromium-headless-shell"]),
  ]);
}

function onPath(programs: string[]): string[] {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return programs.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function firstExecutable(paths: string[]): string | undefined {
  return paths.find((path) => path !== "" && isExecutable(path));
}

/** Playwright's download is blocked on some networks, where the system's package manager still works. */
export function installChromium(): void {
  console.log("No Chromium found: installing Playwright's.");
  run("playwright", ["install", "chromium"], 300_000);
  if (findChromium() || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;

  console.log("That failed: installing the system's packages.");
  const packages = ["chromium", "chromium-headless-shell"];
  run("apt-get", ["update"], 300_000);
  run("apt-get", ["install", "--yes", "--no-install-recommends", ...packages], 600_000);
}

function run(command: string, args: string[], timeout: number): void {
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
