/**
 * Puts the addresses of the repository and of the site, `pnpm run repository https://… https://…`, in
 * all places that name them.
 */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Manifest, readJson, root } from "./packages.ts";

/** The files that may name the address. */
const places = [
  ...["package.json", "packages/*/package.json", "*.md", "packages/*/*.md"],
  ".github/**/*.{md,yml}",
];

/** The address of the repository: the one place is `repository` in the root's package.json. */
export function repositoryAddress(): string {
  return readJson<{ repository: string }>("package.json").repository;
}

/** The address of the site: the one place is `homepage` in the root's package.json. It ends in a slash. */
export function siteAddress(): string {
  return readJson<{ homepage: string }>("package.json").homepage;
}

/** Whether nobody has said yet where the repository, or the site, is. */
export function isPlaceholder(address: string): boolean {
  return address.includes("OWNER");
}

/** The fields of a package.json that name the repository. */
export function repositoryFields(
  address: string,
  folder: string,
): Pick<Manifest, "homepage" | "bugs" | "repository"> {
  return {
    homepage: `${address}/tree/main/${folder}#readme`,
    bugs: { url: `${address}/issues` },
    repository: { type: "git", url: `git+${address}.git`, directory: folder },
  };
}

/** The files below a folder that name an address. */
export function filesNaming(address: string, folder: string = root): string[] {
  return globSync(places, { cwd: folder, exclude: ["node_modules"] })
    .filter((path) => readFileSync(join(folder, path), "utf8").includes(address))
    .toSorted();
}

/** Names another address in all files below a folder that name the old one; returns these files. */
export function renameRepository(from: string, to: string, folder: string = root): string[] {
  if (!/^https:\/\/[^/\s]+\/[^/\s]+\/[^/\s]+(?<!\.git)$/.test(to)) {
    throw new Error(`Expected an address as https://github.com/OWNER/sojourn, got ${to}.`);
  }
  return rename(from, to, folder);
}

/** Names another address of the site in all files below a folder; returns those that named the old one. */
export function renameSite(from: string, to: string, folder: string = root): string[] {
  if (!/^https:\/\/\S+\/$/.test(to)) {
    throw new Error(`Expected an address that ends in a slash, got ${to}.`);
  }
  return rename(from, to, folder);
}

function rename(from: string, to: string, folder: string): string[] {
  const files = filesNaming(from, folder);
  for (const path of files) {
    const text = readFileSync(join(folder, path), "utf8");
    writeFileSync(join(folder, path), text.replaceAll(from, to));
  }
  return files;
}

if (import.meta.main) {
  const [repository = "nothing", site] = process.argv.slice(2);
  console.log(
    `${renameRepository(repositoryAddress(), repository).length} files name ${repository}.`,
  );
  if (site) console.log(`${renameSite(siteAddress(), site).length} files name ${site}.`);
}
