import { execFileSync } from "node:child_process";
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { findRepository } from "./find-above.ts";

const built = new Set(["node_modules", "dist", ".next", "build", ".git"]);

/**
 * Returns the files of an app as paths relative to its folder: the tracked and the untracked files
 * of git, without the ignored ones. Without git, it returns all files but installed and built ones.
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

/**
 * Whether a path is a file and not a link. The target of a link is another file of the app, or not
 * part of it.
 */
function isPlainFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
