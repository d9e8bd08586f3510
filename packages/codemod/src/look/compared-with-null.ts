import type { Node } from "@babel/types";
import { callOf, keyOf, nameOf, objectOf, propertyOf, startOf, textOf } from "../parse/nodes.ts";

/** A value that is compared with `null`, and the place. */
export interface Compared {
  value: Node;
  at: number;
  /** Whether `value` is the object whose `error` is compared, and not the `error` itself. */
  isWhole?: boolean;
}

const matchers = new Set(["toBe", "toEqual", "toStrictEqual", "equal", "equals", "eq", "eql"]);
const ofObjects = new Set(["toEqual", "toStrictEqual", "toMatchObject"]);
const ofNull = new Set(["isNull", "isNotNull"]);
// Functions of `Object`, lodash, Node's `assert`, Chai and AVA. Loose comparisons also accept
// `undefined`, so they are left out.
const functions = new Set([
  ...["is", "isEqual", "not", ...ofNull],
  ...["strictEqual", "notStrictEqual", "deepStrictEqual", "notDeepStrictEqual"],
]);

/** Returns what a node compares with `null`, by an operator, a `switch`, a function or a test. */
export function comparedWithNull(node: Node): Compared | undefined {
  const at = startOf(node);
  if (node.type === "BinaryExpression") {
    if (node.operator !== "===" && node.operator !== "!==") return undefined;
    const value = otherThanNull([node.left, node.right]);
    return value && { value, at };
  }
  if (node.type === "SwitchStatement") {
    const found = node.cases.find((it) => isNull(it.test));
    return found && { value: node.discriminant, at: startOf(found) };
  }
  const expected = expectedOf(node);
  if (expected) return inExpectation(node, expected, at);

  const call = callOf(node);
  const name = (call && (keyOf(call.callee) ?? nameOf(call.callee))) ?? "";
  if (!call || !functions.has(name)) return undefined;
  const value = ofNull.has(name) ? call.args[0] : otherThanNull(call.args.slice(0, 2));
  return value && { value, at };
}

/** Returns the argument of `expect` (Jest, Vitest, Playwright, Chai) for the end of its chain. */
function expectedOf(node: Node): Node | undefined {
  let part = callOf(node)?.callee ?? node;
  if (!objectOf(part)) return undefined;
  for (let object = objectOf(part); object; object = objectOf(part)) part = object;
  const expectation = callOf(part);
  return nameOf(expectation?.callee) === "expect" ? expectation?.args[0] : undefined;
}

function inExpectation(node: Node, value: Node, at: number): Compared | undefined {
  const call = callOf(node);
  if (!call) return keyOf(node) === "null" ? { value, at } : undefined;
  const name = keyOf(call.callee) ?? "";
  const [first, second] = call.args;
  if (name === "toBeNull" || (matchers.has(name) && isNull(first))) return { value, at };
  const isOfError =
    (ofObjects.has(name) && isNull(propertyOf(first, "error"))) ||
    (name === "toHaveProperty" && textOf(first)?.value === "error" && isNull(second));
  return isOfError ? { value, at, isWhole: true } : undefined;
}

function otherThanNull(nodes: Node[]): Node | undefined {
  return nodes.some(isNull) ? nodes.find((it) => !isNull(it)) : undefined;
}

function isNull(node: Node | null | undefined): boolean {
  return node?.type === "NullLiteral";
}
