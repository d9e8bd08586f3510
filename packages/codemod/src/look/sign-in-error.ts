import type { Node } from "@babel/types";
import { bare, callOf, keyOf, nameOf, objectOf, propertyOf, startOf } from "../parse/nodes.ts";
import { visit } from "../parse/visit.ts";
import type { Hit, Look } from "./scene.ts";

/** A name for the result of a sign-in, or for its error, and where it holds. */
interface Known {
  name: string;
  isError: boolean;
  scope: Node;
}

/** `error === null` of what `signIn` has returned. `== null` is right for both, and so is left out. */
export const lookAtSignInError: Look = ({ root, bindings }) => {
  const known: Known[] = [];
  const isSignIn = (node: Node): boolean => {
    const call = callOf(bare(node));
    return call !== undefined && bindings.exportOf(call.callee) === "signIn";
  };
  const learn = (target: Node | undefined, scope: Node | undefined): void => {
    const whole = target && nameOf(target);
    const error = nameOf(propertyOf(target, "error"));
    if (scope && whole) known.push({ name: whole, isError: false, scope });
    if (scope && error) known.push({ name: error, isError: true, scope });
  };

  visit(root, (node, ancestors) => {
    if (node.type === "VariableDeclarator" && node.init && isSignIn(node.init)) {
      learn(node.id, ancestors.findLast(isBlock));
    } else if (node.type === "AssignmentExpression" && isSignIn(node.right)) {
      learn(node.left, ancestors.findLast(isFunction) ?? root);
    }
    const call = callOf(node);
    const handler = call?.args[0];
    const isThen = call && keyOf(call.callee) === "then" && isSignIn(objectOf(call.callee) ?? node);
    if (isThen && handler && isFunction(handler)) learn(handler.params[0], handler);
  });

  const isKnown = (node: Node, isError: boolean): boolean =>
    known.some((it) => it.isError === isError && it.name === nameOf(node) && has(it.scope, node));
  const isItsError = (given: Node): boolean => {
    const node = bare(given);
    const object = keyOf(node) === "error" ? objectOf(node) : undefined;
    return object ? isSignIn(object) || isKnown(object, false) : isKnown(node, true);
  };

  const hits: Hit[] = [];
  visit(root, (node) => {
    const compared = comparedWithNull(node);
    if (compared && isItsError(compared)) {
      hits.push({ rule: "sign-in-error-null", at: startOf(node) });
    }
  });
  return hits;
};

const matchers = new Set(["toBe", "toEqual", "toStrictEqual"]);

/** What is compared with `null`: by `===`, or by a test's `expect`. */
function comparedWithNull(node: Node): Node | undefined {
  if (node.type === "BinaryExpression") {
    if (node.operator !== "===" && node.operator !== "!==") return undefined;
    if (node.right.type === "NullLiteral") return node.left;
    return node.left.type === "NullLiteral" ? node.right : undefined;
  }
  const matcher = callOf(node);
  const name = keyOf(matcher?.callee) ?? "";
  const isNull =
    name === "toBeNull" || (matchers.has(name) && matcher?.args[0]?.type === "NullLiteral");
  if (!isNull) return undefined;
  const object = objectOf(matcher?.callee);
  const expectation = callOf(keyOf(object) === "not" ? objectOf(object) : object);
  return nameOf(expectation?.callee) === "expect" ? expectation?.args[0] : undefined;
}

function has(scope: Node, node: Node): boolean {
  return startOf(scope) <= startOf(node) && (node.end ?? 0) <= (scope.end ?? 0);
}

function isBlock(node: Node): boolean {
  return node.type === "BlockStatement" || node.type === "Program" || isFunction(node);
}

function isFunction(node: Node): node is Node & { params: Node[] } {
  return "params" in node && "body" in node;
}
