/**
 * Writes the package: for each file that next-auth exports, one at the same place that hands it on;
 * but what runs as its `/react` is `@sojourn/react`. Tools that do not know `exports` find the files
 * by their paths, so that they are not in a folder of their own.
 */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const SERVER = "next-auth-server";
const here = import.meta.dirname;
const original = join(here, "node_modules", SERVER);

interface Manifest {
  exports: Record<string, { types: string; default?: string }>;
}

const read = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

interface Entry {
  /** After the package's name. */
  name: string;
  types: string;
  js: string | undefined;
}

function entriesOf({ exports }: Manifest): Entry[] {
  return Object.entries(exports).flatMap(([pattern, { types, default: js }]) =>
    globSync(types, { cwd: original }).map((found) => {
      // Of "./providers/*", it is "./providers/*.d.ts".
      const [before = "", after = ""] = types.slice(2).split("*");
      const star = found.slice(before.length, found.length - after.length);
      const fill = (text: string): string => text.replace("*", star);
      return { name: fill(pattern).slice(1), types: fill(types), js: js && fill(js) };
    }),
  );
}

function write(path: string, lines: string[]): void {
  const target = join(here, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${lines.join("\n")}\n`);
}

const { exports } = read(original);
if (JSON.stringify(exports) !== JSON.stringify(read(here).exports)) {
  throw new Error("`exports` in package.json differ from next-auth's");
}
for (const path of ["client", "jwt", "next", "providers", "react"]) {
  rmSync(join(here, path), { recursive: true, force: true });
}
for (const { name, types, js } of entriesOf({ exports })) {
  const declared = readFileSync(join(original, types), "utf8");
  const hasDefault = /^export (default|\{ default)/m.test(declared);
  // The types are next-auth's for `/react`, too: ours follow them where next-auth is installed, and
  // what the app declares in `module "next-auth"` arrives by `export *`, and only by that.
  write(types, [
    `export * from "${SERVER}${name}";`,
    ...(hasDefault ? [`export { default } from "${SERVER}${name}";`] : []),
  ]);
  const source = name === "/react" ? "@sojourn/react" : SERVER + name;
  if (js) write(js, ['"use strict";', `module.exports = require("${source}");`]);
}
