import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";

type Statement = ReturnType<typeof parseSync>["program"]["body"][number];

/** Names of functions, each with the files that have a function of that name at their top level. */
export type ModuleFunctions = ReadonlyMap<string, ReadonlySet<string>>;

/** Whether a value is a function. */
export function isFunction(value: { type: string } | null | undefined): boolean {
  return /^(Arrow)?FunctionExpression$/.test(value?.type ?? "");
}

function namesIn(statement: Statement): string[] {
  if (statement.type === "ExportNamedDeclaration") {
    return statement.declaration ? namesIn(statement.declaration) : [];
  }
  if (statement.type === "FunctionDeclaration") return statement.id ? [statement.id.name] : [];
  if (statement.type !== "VariableDeclaration") return [];
  return statement.declarations.flatMap(({ id, init }) => {
    return isFunction(init) && id.type === "Identifier" ? [id.name] : [];
  });
}

/**
 * Finds the functions at the top level of the packages' sources. Those of the codemod are left out,
 * because no bundle contains it.
 */
export function findModuleFunctions(packages: string): ModuleFunctions {
  const files = new Map<string, Set<string>>();
  for (const path of globSync("*/src/**/*.{ts,tsx}", { cwd: packages })) {
    if (path.startsWith("codemod")) continue;
    const file = join(packages, path).replaceAll("\\", "/");
    const { body } = parseSync(file, readFileSync(file, "utf8")).program;
    for (const name of body.flatMap(namesIn)) {
      files.set(name, (files.get(name) ?? new Set()).add(file));
    }
  }
  return files;
}
