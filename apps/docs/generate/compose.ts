import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../../../scripts/packages.ts";
import { errorPages } from "./error-pages.ts";
import { resolveRepositoryLinks } from "./links.ts";
import { fillIn } from "./parts.ts";
import { composed, docs, sources } from "./site.ts";

/** Writes the Markdown of the site, but for the reference: each page, and one for each error. */
export function composePages(): void {
  for (const path of globSync("**/*.md", { cwd: sources })) {
    write(path, resolveRepositoryLinks(fillIn(readFileSync(join(sources, path), "utf8"))));
  }
  for (const [path, page] of errorPages()) write(path, resolveRepositoryLinks(page));
}

/** Begins anew, with the files that are served as they are. */
export function prepare(): void {
  rmSync(composed, { recursive: true, force: true });
  cpSync(join(docs, "public"), join(composed, "public"), { recursive: true });
  for (const picture of ["tabs.png", "devtools.png"]) {
    cpSync(join(root, "docs", picture), join(composed, "public", picture));
  }
  cpSync(join(root, "examples/shared/icon.svg"), join(composed, "public/icon.svg"));
}

function write(path: string, text: string): void {
  const file = join(composed, path);
  // While one writes, VitePress is to notice what has changed and nothing else.
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
