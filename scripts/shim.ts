import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The name under which a shim has next-auth itself. */
const SERVER = "next-auth-server";

interface Manifest {
  type?: "module" | "commonjs";
  exports: Record<string, string | { types: string; default?: string }>;
}

interface Entry {
  /** After the package's name. */
  name: string;
  types: string;
  js: string | undefined;
}

/**
 * Writes a package that stands in for next-auth: for each file that next-auth exports, one at the
 * same place that hands it on. Tools that do not know `exports` find the files by their paths, so
 * that they are not in a folder of their own.
 *
 * @param clients the modules that run in the place of next-auth's clients, by the entries' names
 */
export function writeShim(folder: string, clients: Record<string, string>): void {
  const original = join(folder, "node_modules", SERVER);
  const { type, exports } = readManifest(folder);
  if (JSON.stringify(exports) !== JSON.stringify(readManifest(original).exports)) {
    throw new Error("`exports` in package.json differ from next-auth's");
  }

  const write = (path: string, lines: string[]): void => {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `${lines.join("\n")}\n`);
  };
  const entries = entriesOf(exports, original);
  const places = entries.map(({ types }) => /^\.\/([^/]+)\//.exec(types)?.[1]);
  for (const it of places) if (it) rmSync(join(folder, it), { recursive: true, force: true });

  for (const { name, types, js } of entries) {
    const declared = readFileSync(join(original, types), "utf8");
    const hasDefault = /^export (default|\{ default)/m.test(declared);
    const handOn = (source: string): string[] => [
      `export * from "${source}";`,
      ...(hasDefault ? [`export { default } from "${source}";`] : []),
    ];
    // The types are next-auth's for the clients, too: ours follow them where next-auth is installed,
    // and what the app declares in `module "next-auth"` arrives by `export *`, and only by that.
    write(types, handOn(SERVER + name));
    if (!js) continue;
    const source = clients[name] ?? SERVER + name;
    const required = ['"use strict";', `module.exports = require("${source}");`];
    write(js, type === "module" ? handOn(source) : required);
  }
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}

function entriesOf(exports: Manifest["exports"], original: string): Entry[] {
  return Object.entries(exports).flatMap(([pattern, target]) => {
    if (typeof target === "string") return []; // `./package.json`, which a package has anyway.
    const { types, default: js } = target;
    return globSync(types, { cwd: original }).map((found) => {
      // Of "./providers/*", it is "./providers/*.d.ts".
      const [before = "", after = ""] = types.slice(2).split("*");
      const star = found.slice(before.length, found.length - after.length);
      const fill = (text: string): string => text.replace("*", star);
      return { name: fill(pattern).slice(1), types: fill(types), js: js && fill(js) };
    });
  });
}
