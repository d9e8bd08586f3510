import { ambientUse, type Node } from "./ambient.ts";
import { forbidImport, resolveImport } from "./layers.ts";
import { findModuleFunctions, isFunction, type ModuleFunctions } from "./module-functions.ts";

interface Scope {
  through: { identifier: Node; resolved: unknown }[];
  variables: { defs: unknown[]; references: { identifier: Node }[] }[];
}

interface Context {
  filename: string;
  sourceCode: {
    scopeManager: { globalScope: Scope | null };
    getCommentsBefore(node: unknown): { type: string; value: string }[];
  };
  report(problem: { node: unknown; message: string }): void;
}

interface ModuleNode extends Node {
  source?: { value: unknown } | null;
  exportKind?: "type" | "value";
  declaration?: { id?: { name: string } } | null;
  id?: { name?: string } | null;
  init?: { type: string } | null;
}

type Visitor = Record<string, (node: ModuleNode) => void>;

function forbidPackage(specifier: string): string {
  return `The core has no dependency: ${specifier} may not be imported.`;
}

/** Imports in packages/core/src go down the layers only. */
const layers = {
  create(context: Context): Visitor {
    const from = context.filename.replaceAll("\\", "/").split("/packages/core/src/").at(-1) ?? "";
    const check = (node: ModuleNode): void => {
      const specifier = node.source?.value;
      if (typeof specifier !== "string") return;
      const message = specifier.startsWith(".")
        ? forbidImport(from, resolveImport(from, specifier))
        : forbidPackage(specifier);
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      TSImportType: check,
    };
  },
};

/** Only environment/ uses values (not types) of the platform. */
const noAmbient = {
  create(context: Context): Visitor {
    return {
      Program() {
        const scope = context.sourceCode.scopeManager.globalScope;
        const undeclared = [
          ...(scope?.through ?? []),
          ...(scope?.variables
            .filter((it) => it.defs.length === 0)
            .flatMap((it) => it.references) ?? []),
        ];
        for (const identifier of new Set(undeclared.map((it) => it.identifier))) {
          const use = ambientUse(identifier);
          if (!use) continue;
          const message = `Only environment/ uses the platform: take ${use} from the Environment.`;
          context.report({ node: identifier, message });
        }
      },
    };
  },
};

/** Values are exported by name, because `export *` hides what a package exports. Types may be exported as a whole. */
const namedExports = {
  create(context: Context): Visitor {
    const message = "Name what is exported: `export *` hides what a package exports.";
    return {
      ExportAllDeclaration(node) {
        if (node.exportKind !== "type") context.report({ node, message });
      },
    };
  },
};

/** Each export has a JSDoc comment. */
const documentedExports = {
  create(context: Context): Visitor {
    const message = "Say in a JSDoc comment what this export is.";
    const documented = new Set<string>();
    return {
      ExportNamedDeclaration(node) {
        if (!node.declaration) return;
        const isDocumented = context.sourceCode
          .getCommentsBefore(node)
          .some((it) => it.type === "Block" && it.value.startsWith("*"));
        const name = node.declaration.id?.name;
        if (isDocumented && name) documented.add(name);
        // The comment of the first overload is that of all.
        if (!isDocumented && !(name && documented.has(name))) context.report({ node, message });
      },
    };
  },
};

const moduleFunctions = new Map<string, ModuleFunctions>();

/** The functions of all packages, which are found once. */
function moduleFunctionsOf(packages: string): ModuleFunctions {
  const found = moduleFunctions.get(packages) ?? findModuleFunctions(packages);
  moduleFunctions.set(packages, found);
  return found;
}

/** Whether a declaration is within a function or a block. */
function isNested({ parent }: Node): boolean {
  return parent?.type !== "Program" && parent?.type !== "ExportNamedDeclaration";
}

/**
 * A nested function does not share its name with a function at the top level of another module. Next
 * 13.5 puts all modules into one scope, and its minifier mistakes one for the other.
 */
const nestedNames = {
  create(context: Context): Visitor {
    const file = context.filename.replaceAll("\\", "/");
    const packages = file.replace(/(?<=\/packages)\/[^/]+\/src\/.*$/, "");
    const check = (node: ModuleNode, name: string | undefined): void => {
      const files = moduleFunctionsOf(packages).get(name ?? "") ?? [];
      const [other] = [...files].filter((it) => it !== file);
      if (!other) return;
      const where = other.slice(packages.length + 1);
      const message = `Rename this nested function: ${where} has a function named ${name}, too.`;
      context.report({ node, message });
    };
    return {
      FunctionDeclaration(node) {
        if (isNested(node)) check(node, node.id?.name);
      },
      VariableDeclarator(node) {
        if (!isFunction(node.init) || !node.parent || !isNested(node.parent)) return;
        check(node, node.id?.name);
      },
    };
  },
};

export default {
  meta: { name: "sojourn" },
  rules: {
    layers,
    "documented-exports": documentedExports,
    "named-exports": namedExports,
    "nested-names": nestedNames,
    "no-ambient": noAmbient,
  },
};
