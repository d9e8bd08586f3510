import type { Node } from "@babel/types";

/**
 * Whether a node augments a module, and does not declare all of it. Augmentations stay unchanged:
 * next-auth stays installed, and the types of `@sojourn/react` use the declarations of its client.
 */
export function isAugmentation(node: Node | undefined, ancestors: readonly Node[]): boolean {
  const [root] = ancestors;
  if (node?.type !== "TSModuleDeclaration" || !node.body) return false;
  return root?.type === "Program" && root.body.some(isOfModule);
}

/** Whether a statement makes its file a module: it imports or exports. */
function isOfModule(node: Node): boolean {
  if (node.type === "TSImportEqualsDeclaration") {
    return node.moduleReference.type === "TSExternalModuleReference";
  }
  return (
    node.type === "ImportDeclaration" ||
    node.type === "TSExportAssignment" ||
    (node.type.startsWith("Export") && node.type.endsWith("Declaration"))
  );
}
