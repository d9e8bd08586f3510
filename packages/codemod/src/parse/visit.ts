import type { Node } from "@babel/types";

/**
 * Visits all nodes of a tree, parents first. `ancestors` starts with the root and ends with the
 * parent.
 */
export function visit(root: Node, enter: (node: Node, ancestors: readonly Node[]) => void): void {
  const ancestors: Node[] = [];
  const walk = (node: Node): void => {
    enter(node, ancestors);
    ancestors.push(node);
    for (const child of childrenOf(node)) walk(child);
    ancestors.pop();
  };
  walk(root);
}

function childrenOf(node: Node): Node[] {
  return Object.entries(node)
    .filter(([key]) => key !== "loc" && key !== "extra")
    .flatMap(([, value]: [string, unknown]) => value)
    .filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}
