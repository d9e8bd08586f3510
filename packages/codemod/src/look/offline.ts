import { startOf } from "../parse/nodes.ts";
import { visit } from "../parse/visit.ts";
import type { Hit, Look } from "./scene.ts";

/** Finds `<SessionProvider refetchWhenOffline={false}>`. */
export const lookAtOffline: Look = ({ root, bindings }) => {
  const hits: Hit[] = [];
  visit(root, (node) => {
    if (node.type !== "JSXOpeningElement") return;
    if (bindings.exportOf(node.name) !== "SessionProvider") return;
    for (const attribute of node.attributes) {
      if (attribute.type !== "JSXAttribute") continue;
      const value =
        attribute.value?.type === "JSXExpressionContainer" && attribute.value.expression;
      const isOff = value && value.type === "BooleanLiteral" && !value.value;
      if (attribute.name.name === "refetchWhenOffline" && isOff) {
        hits.push({ rule: "refetch-when-offline", at: startOf(attribute) });
      }
    }
  });
  return hits;
};
