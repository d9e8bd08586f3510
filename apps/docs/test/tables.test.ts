import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { root } from "../../../scripts/packages.ts";
import { sources } from "../generate/site.ts";

const compilerOptions: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ESNext,
  allowImportingTsExtensions: true,
  customConditions: ["@sojourn/source"],
  strict: true,
  types: [],
  noEmit: true,
};

const indexOf = (pkg: string): string => join(root, `packages/${pkg}/src/index.ts`);
const program = ts.createProgram(["core", "react"].map(indexOf), compilerOptions);

/** Which names a type of a package's index has, its parents' included. */
function namesOf(pkg: string, type: string): string[] {
  const checker = program.getTypeChecker();
  const entry = checker.getSymbolAtLocation(program.getSourceFile(indexOf(pkg))!)!;
  const exported = checker.getExportsOfModule(entry).find(({ name }) => name === type)!;
  const symbol =
    exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  return checker
    .getDeclaredTypeOfSymbol(symbol)
    .getProperties()
    .map(({ name }) => name);
}

/** Which names stand in the first column of the table with this header. */
function namesInTable(page: string, header: string): string[] {
  const text = readFileSync(join(sources, page), "utf8");
  const [, table = ""] = text.split(new RegExp(`^\\| ${header} .*\\n\\| -.*\\n`, "m"));
  const rows = table.slice(0, table.indexOf("\n\n")).split("\n");
  return rows.flatMap((row) => {
    const [, first = ""] = row.split("|");
    return Array.from(first.matchAll(/`(\w+)/g), ([, name = ""]) => name);
  });
}

const tables: [page: string, header: string, pkg: string, type: string, elsewhere: string[]][] = [
  ["frameworks/react.md", "Prop", "react", "SessionProviderProps", ["children"]],
  ["frameworks/script.md", "Option", "core", "SessionClientOptions", []],
  ["frameworks/script.md", "Event", "core", "SessionEventMap", []],
  // For bindings, which have a guide of their own.
  ["frameworks/script.md", "Member", "core", "SessionClient", ["takeSignedOut"]],
];

test.each(tables)(
  "%s, table %s, has all of %s's %s",
  (page, header, pkg, type, elsewhere) => {
    const written = [...namesInTable(page, header), ...elsewhere];
    expect(written.toSorted()).toEqual(namesOf(pkg, type).toSorted());
  },
  // The compiler reads React's types first.
  60_000,
);
