import type { Node } from "@babel/types";
import { bare, callOf, keyOf, nameOf, objectOf, propertyOf, startOf } from "../parse/nodes.ts";
import { visit } from "../parse/visit.ts";
import { comparedWithNull } from "./compared-with-null.ts";
import type { Hit, Look } from "./scene.ts";

/** A variable with the result of a sign-in or its error, and the scope of the variable. */
interface Known {
  name: string;
  isError: boolean;
  scope: Node;
}

/**
 * Finds `error === null` for the result of `signIn`. `== null` is right with both clients, and so
 * is left out.
 */
export const lookAtSignInError: Look = ({ root, bindings }) => {
  const known: Known[] = [];
  const isSignIn = (node: Node): boolean => {
    const call = callOf(bare(node));
    return call !== undefined && bindings.exportOf(call.callee) === "signIn";
  };
  const isKnown = (node: Node, isError: boolean): boolean =>
    known.some((it) => it.isError === isError && it.name === nameOf(node) && has(it.scope, node));
  const isResult = (given: Node): boolean => {
    const node = bare(given);
    return isSignIn(node) || isKnown(node, false);
  };
  const isItsError = (given: Node): boolean => {
    const node = bare(given);
    const object = keyOf(node) === "error" ? objectOf(node) : undefined;
    return object ? isResult(object) : isKnown(node, true);
  };
  const learn = (target: Node | undefined, value: Node | undefined, scope: Node): void => {
    const isError = value !== undefined && isItsError(value);
    if (value && !isError && !isResult(value)) return;
    const whole = target && nameOf(target);
    if (whole) known.push({ name: whole, isError, scope });
    const error = isError ? undefined : nameOf(propertyOf(target, "error"));
    if (error) known.push({ name: error, isError: true, scope });
  };

  visit(root, (node, ancestors) => {
    if (node.type === "VariableDeclarator" && node.init) {
      learn(node.id, node.init, ancestors.findLast(isBlock) ?? root);
    } else if (node.type === "AssignmentExpression") {
      learn(node.left, node.right, ancestors.findLast(isFunction) ?? root);
    }
    const call = callOf(node);
    const handler = call?.args[0];
    const isThen = call && keyOf(call.callee) === "then" && isSignIn(objectOf(call.callee) ?? node);
    if (isThen && handler && isFunction(handler)) learn(handler.params[0], undefined, handler);
  });

  const hits: Hit[] = [];
  visit(root, (node) => {
    const compared = comparedWithNull(node);
    if (!compared) return;
    const { value, at, isWhole } = compared;
    if (isWhole ? isResult(value) : isItsError(value)) {
      hits.push({ rule: "sign-in-error-null", at });
    }
  });
  return hits;
};

function has(scope: Node, node: Node): boolean {
  return startOf(scope) <= startOf(node) && (node.end ?? 0) <= (scope.end ?? 0);
}

function isBlock(node: Node): boolean {
  return node.type === "BlockStatement" || node.type === "Program" || isFunction(node);
}

function isFunction(node: Node): node is Node & { params: Node[] } {
  return "params" in node && "body" in node;
}
