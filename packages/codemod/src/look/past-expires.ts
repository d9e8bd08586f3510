import type { Node } from "@babel/types";
import { callOf, keyOf, nameOf, objectOf, propertyOf, startOf, textOf } from "../parse/nodes.ts";
import { visit } from "../parse/visit.ts";
import type { Hit, Look } from "./scene.ts";

/** Finds literal sessions, with a `user` and an `expires` in the past. */
export const lookAtPastExpires: Look = ({ root }) => {
  const hits: Hit[] = [];
  visit(root, (node) => {
    const expires = propertyOf(node, "expires");
    if (!expires || !propertyOf(node, "user")) return;
    const time = timeOf(expires);
    if (time !== undefined && time < Date.now()) {
      hits.push({ rule: "past-expires", at: startOf(expires) });
    }
  });
  return hits;
};

/** Returns the time of an expression, if it is a literal date. */
function timeOf(node: Node): number | undefined {
  const text = textOf(node)?.value;
  if (text !== undefined) return finite(Date.parse(text));

  const call = callOf(node);
  if (call && ["toISOString", "toString", "toJSON"].includes(keyOf(call.callee) ?? "")) {
    const object = objectOf(call.callee);
    return object && timeOf(object);
  }
  if (node.type !== "NewExpression" || nameOf(node.callee) !== "Date") return undefined;
  const [first, ...rest] = node.arguments;
  const value = textOf(first)?.value ?? numberOf(first);
  if (value === undefined) return undefined;
  const numbers = rest.map(numberOf);
  if (typeof value === "string" || numbers.length === 0) return finite(new Date(value).getTime());
  if (numbers.includes(undefined)) return undefined;
  const [month = 0, day = 1] = numbers;
  return finite(new Date(value, month, day).getTime());
}

function numberOf(node: Node | undefined): number | undefined {
  return node?.type === "NumericLiteral" ? node.value : undefined;
}

function finite(time: number): number | undefined {
  return Number.isFinite(time) ? time : undefined;
}
