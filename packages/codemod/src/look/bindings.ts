import type { Node } from "@babel/types";
import { clientModules } from "../names.ts";
import { bare, keyOf, nameOf, objectOf, propertiesOf } from "../parse/nodes.ts";
import { visit } from "../parse/visit.ts";
import { moduleNameIn } from "../rename/module-names.ts";

/** The names by which a program uses the client's exports. */
export interface Bindings {
  /** Returns the export that an expression refers to, e.g. `useSession`. */
  exportOf(node: Node): string | undefined;
  /** Whether an expression is the whole module of the client. */
  isModule(node: Node): boolean;
}

/** Finds the names by which a program imports or requires the client. */
export function findBindings(root: Node): Bindings {
  const exports = new Map<string, string>();
  const modules = new Set<string>();
  const isClient = (node: Node): boolean => clientModules.has(moduleNameIn(node)?.value ?? "");

  const bind = (id: Node): void => {
    const name = nameOf(id);
    if (name) modules.add(name);
    for (const property of propertiesOf(id)) {
      const local = property.type === "ObjectProperty" ? nameOf(property.value) : undefined;
      const key = keyOf(property);
      if (local && key) exports.set(local, key);
    }
  };

  visit(root, (node) => {
    if (node.type === "VariableDeclarator" && node.init) {
      if (isClient(bare(node.init))) bind(node.id);
    } else if (node.type === "TSImportEqualsDeclaration") {
      if (isClient(node.moduleReference)) bind(node.id);
    } else if (node.type === "ImportDeclaration" && isClient(node)) {
      for (const specifier of node.specifiers) {
        if (specifier.type !== "ImportSpecifier") modules.add(specifier.local.name);
        else exports.set(specifier.local.name, importedName(specifier.imported));
      }
    }
  });

  const isModule = (node: Node): boolean => modules.has(nameOf(bare(node)) ?? "");
  return {
    isModule,
    exportOf(node) {
      const object = objectOf(node) ?? (node.type === "JSXMemberExpression" ? node.object : null);
      if (!object) return exports.get(nameOf(node) ?? "");
      const isMember = modules.has(nameOf(object) ?? "");
      if (!isMember) return undefined;
      return node.type === "JSXMemberExpression" ? node.property.name : keyOf(node);
    },
  };
}

function importedName(node: Node): string {
  return node.type === "StringLiteral" ? node.value : (nameOf(node) ?? "");
}
