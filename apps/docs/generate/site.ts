/** Where the site is made: the Markdown that VitePress reads, and what it builds of it. */
import { join } from "node:path";
import { readJson, root } from "../../../scripts/packages.ts";

/** The folder of this package. */
export const docs: string = join(root, "apps/docs");

/** The pages as they are written. */
export const sources: string = join(docs, "pages");

/** The pages as VitePress reads them: composed, with the generated ones. */
export const composed: string = join(docs, ".site");

/** The built site. */
export const built: string = join(docs, "dist");

/** The path below which the site is served. */
export const base: string = process.env["DOCS_BASE"] ?? "/";

/** The address of a file of the repository. */
export function repositoryUrl(path: string): string {
  return `${readJson<{ repository: string }>("package.json").repository}/blob/main/${path}`;
}

/** The address of the site, as the READMEs of the packages name it. */
export function siteUrl(): string {
  return readJson<{ homepage: string }>("package.json").homepage;
}
