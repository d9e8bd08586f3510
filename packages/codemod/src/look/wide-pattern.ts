import type { Node } from "@babel/types";
import { renameInSetting } from "../names.ts";
import { keyOf, nameOf, propertiesOf, startOf } from "../parse/nodes.ts";
import { visit } from "../parse/visit.ts";
import type { Hit, Look } from "./scene.ts";

/**
 * Finds patterns in settings that match `next-auth/react` and other modules, e.g.
 * `^next-auth/(.*)$`.
 */
export const lookAtWidePatterns: Look = ({ root, isSettings }) => {
  const hits: Hit[] = [];
  if (!isSettings) return hits;
  visit(root, (node) => {
    const key = keyOf(node);
    const value = node.type === "ObjectProperty" ? node.value : undefined;
    const patterns: [string, Node][] = [];
    if (key === "moduleNameMapper") {
      for (const it of propertiesOf(value)) patterns.push([keyOf(it) ?? "", it]);
    } else if (key === "find" && value?.type === "RegExpLiteral") {
      patterns.push([value.pattern, value]);
    } else if (node.type === "NewExpression" && calleeName(node).endsWith("ReplacementPlugin")) {
      const [first] = node.arguments;
      if (first?.type === "RegExpLiteral") patterns.push([first.pattern, first]);
    }
    for (const [pattern, at] of patterns) {
      if (isWide(pattern)) hits.push({ rule: "wide-pattern", at: startOf(at) });
    }
  });
  return hits;
};

function calleeName(node: Node & { callee: Node }): string {
  return keyOf(node.callee) ?? nameOf(node.callee) ?? "";
}

function isWide(pattern: string): boolean {
  // A pattern that only names the client is renamed. One that matches anything also matches the new
  // name.
  if (renameInSetting(pattern) !== pattern) return false;
  try {
    const expression = new RegExp(pattern);
    return expression.test("next-auth/react") && !expression.test("@sojourn/react");
  } catch {
    return false;
  }
}
