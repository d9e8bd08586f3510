import { execFileSync } from "node:child_process";
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { findRepository } from "./find-above.ts";

const built = new Set(["node_modules", "dist", ".next", "build", ".git"]);

/**
 * The files of an app, as paths relative to its folder: those that git keeps, or would keep once
 * they are added; without git all but what is installed or built.
 */
export function listFiles(folder: string): string[] {
  const known = listByGit(folder);
  const paths = known.length > 0 ? known : listByWalking(folder, "");
  return paths.filter((it) => isPlainFile(join(folder, it))).toSorted();
}

function listByGit(folder: string): string[] {
  if (findRepository(folder) === undefined) return [];
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  try {
    const printed = execFileSync("git", args, {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      stdio: ["ignore", "pipe", "ignore"],
    });
    const paths = new Set(printed.split("\0").filter(Boolean));
    return [...paths].filter((it) => !/(^|\/)(node_modules|\.next)\//.test(it));
  } catch {
    return []; // There is no git.
  }
}

function listByWalking(folder: string, below: string): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return built.has(entry.name) ? [] : listByWalking(folder, path);
    return [path];
  });
}

/** Links are left alone: what they lead to is another file of the app, or none. */
function isPlainFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
