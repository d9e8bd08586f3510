import type { Node } from "@babel/types";

/**
 * Says whether a node adds to the types of a module, and does not declare the whole of it. next-auth
 * stays installed, and our types take what its client declares, so that this holds for both.
 */
export function isAugmentation(node: Node | undefined, ancestors: readonly Node[]): boolean {
  const [root] = ancestors;
  if (node?.type !== "TSModuleDeclaration" || !node.body) return false;
  return root?.type === "Program" && root.body.some(isOfModule);
}

/** A file is a module by one statement that imports or exports. */
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
