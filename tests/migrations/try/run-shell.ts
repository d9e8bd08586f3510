import { type ChildProcess, spawn } from "node:child_process";
import { scriptEnv } from "../../../scripts/clean-env.ts";

/** What a program has printed, and how it ended. */
export interface Ended {
  printed: string;
  /** 0 if all is well; 1 as well if it had to be ended. */
  code: number;
}

const LONGEST_MS = 600_000;

/** Starts a command line in an app, as a script of its package.json would be; in a group of processes. */
export function startShell(
  folder: string,
  command: string,
  env: Record<string, string> = {},
): ChildProcess {
  return spawn("sh", ["-c", command], {
    cwd: folder,
    env: { ...scriptEnv(folder), CI: "true", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
}

/** Ends a command line with all that it has started. */
export function endShell({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** Runs a command line in an app to its end. */
export function runShell(
  folder: string,
  command: string,
  env: Record<string, string> = {},
): Promise<Ended> {
  const child = startShell(folder, command, env);
  let printed = "";
  child.stdout?.on("data", (chunk) => (printed += chunk));
  child.stderr?.on("data", (chunk) => (printed += chunk));
  const timer = setTimeout(() => {
    printed += `\nIt was ended after ${LONGEST_MS / 1000} s.`;
    endShell(child);
  }, LONGEST_MS);

  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ printed, code: code ?? 1 });
    });
  });
}

/** The end of what a program has printed, where the reason of its failure mostly is. */
export function endOf(printed: string, lines = 30): string {
  return printed.trimEnd().split("\n").slice(-lines).join("\n");
}
