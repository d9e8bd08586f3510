import { execFileSync } from "node:child_process";

/** What a run writes itself. */
const written = ["bench/results.json", "bench/RESULTS.md", "bench/charts", "README.md"];

function git(...args: string[]): string {
  return execFileSync("git", args, { cwd: import.meta.dirname, encoding: "utf8" }).trim();
}

/** The commit that is checked out, with a `+` if files differ from it; `"unknown"` without git. */
export function describeCommit(): string {
  try {
    const others = written.map((path) => `:(top,exclude)${path}`);
    const changes = git("status", "--porcelain", "--", ":/", ...others);
    return `${git("rev-parse", "--short", "HEAD")}${changes && "+"}`;
  } catch {
    return "unknown";
  }
}
