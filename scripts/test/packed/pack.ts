import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../../packages.ts";

/**
 * Packs packages, as they would be published, into a folder. They have to be built.
 *
 * @param names the packages, by their folders in packages/
 * @returns the tarball of a package
 */
export function packPackages(names: string[], folder: string): (name: string) => string {
  const tarballOf = (name: string): string => join(folder, `${name}.tgz`);
  for (const name of names) {
    execFileSync("pnpm", ["pack", "--out", tarballOf(name)], {
      cwd: join(root, "packages", name),
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  return tarballOf;
}
