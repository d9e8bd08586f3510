import { ambientUse, type Node } from "./ambient.ts";
import { forbidImport, resolveImport } from "./layers.ts";

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

/** Values (not types) of the world are read in environment/ only. */
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
          const message = `Only environment/ touches the world: take ${use} from the Environment.`;
          context.report({ node: identifier, message });
        }
      },
    };
  },
};

/** `export *` hides what a package promises. Types vanish, so they may be handed on as a whole. */
const namedExports = {
  create(context: Context): Visitor {
    const message = "Name what is exported: `export *` hides what a package promises.";
    return {
      ExportAllDeclaration(node) {
        if (node.exportKind !== "type") context.report({ node, message });
      },
    };
  },
};

/** Whatever a file exports says what it is. */
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
        // Of several overloads, the first speaks for all.
        if (!isDocumented && !(name && documented.has(name))) context.report({ node, message });
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
    "no-ambient": noAmbient,
  },
};
