import type { Node } from "@babel/types";

/** A text in a program, with its offsets without quotes. */
export interface Text {
  value: string;
  start: number;
  end: number;
}

/** Returns the offset of a node's start. */
export function startOf(node: Node): number {
  return node.start ?? 0;
}

/** Returns the text of a string, or of a template without expressions. */
export function textOf(node: Node | null | undefined): Text | undefined {
  const value = valueOf(node);
  return node && value !== undefined
    ? { value, start: startOf(node) + 1, end: (node.end ?? 0) - 1 }
    : undefined;
}

function valueOf(node: Node | null | undefined): string | undefined {
  if (node?.type === "StringLiteral") return node.value;
  if (node?.type !== "TemplateLiteral" || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}

/** Returns the name of a member or a key: `b` of `a.b`, `a?.b`, `a["b"]`, `{ b: 1 }`. */
export function keyOf(node: Node | null | undefined): string | undefined {
  if (!node) return undefined;
  if (node.type === "MemberExpression" || node.type === "OptionalMemberExpression") {
    return node.computed ? valueOf(node.property) : nameOf(node.property);
  }
  if (node.type === "ObjectProperty" || node.type === "ObjectMethod") {
    return valueOf(node.key) ?? (node.computed ? undefined : nameOf(node.key));
  }
  return undefined;
}

/** Returns the name of an identifier. */
export function nameOf(node: Node | null | undefined): string | undefined {
  return node?.type === "Identifier" || node?.type === "JSXIdentifier" ? node.name : undefined;
}

/** Returns the object of a member expression. */
export function objectOf(node: Node | null | undefined): Node | undefined {
  return node?.type === "MemberExpression" || node?.type === "OptionalMemberExpression"
    ? bare(node.object)
    : undefined;
}

/** Returns a call's callee and arguments. */
export function callOf(node: Node | null | undefined): { callee: Node; args: Node[] } | undefined {
  return node?.type === "CallExpression" || node?.type === "OptionalCallExpression"
    ? { callee: bare(node.callee), args: node.arguments }
    : undefined;
}

/** Returns a node without parentheses, `await` and type assertions around it. */
export function bare(node: Node): Node {
  switch (node.type) {
    case "AwaitExpression":
      return bare(node.argument);
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
    case "TypeCastExpression":
      return bare(node.expression);
    default:
      return node;
  }
}

/** Returns the properties of an object. */
export function propertiesOf(node: Node | null | undefined): Node[] {
  return node?.type === "ObjectExpression" || node?.type === "ObjectPattern" ? node.properties : [];
}

/** Returns the value of an object's property. */
export function propertyOf(node: Node | null | undefined, key: string): Node | undefined {
  const found = propertiesOf(node).find((it) => keyOf(it) === key);
  return found?.type === "ObjectProperty" ? found.value : undefined;
}
