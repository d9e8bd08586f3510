import type { Node } from "@babel/types";
import { clientModules } from "../names.ts";
import { bare, callOf, keyOf, nameOf, objectOf, startOf } from "../parse/nodes.ts";
import { visit } from "../parse/visit.ts";
import { moduleNameIn } from "../rename/module-names.ts";
import type { Hit, Look, Scene } from "./scene.ts";

const redefining = new Set(["spyOn", "defineProperty"]);
const replacing = new Set([...redefining, "stub", "spy", "replace", "replaceProperty"]);
// Cypress and Storybook use a bundler of their own, also in an app with Jest.
const ofBundlers = ["cy", "Cypress", "storybook/test", "@storybook/test"];
const ofModules = ["vi", "vitest", "node:test", ...ofBundlers];
const ofJest = ["jest", "@jest/globals"];

/**
 * Finds `nextAuth.getSession = …` and `vi.spyOn(nextAuth, "signIn")`, unless the module is mocked.
 */
export const lookAtReplacedExports: Look = ({ root, bindings, runners }) => {
  const [hits, spies]: [Hit[], Hit[]] = [[], []];
  const tools = new Set<string>();
  let isMocked = false;
  visit(root, (node) => {
    const call = callOf(node);
    const method = call && (keyOf(call.callee) ?? nameOf(call.callee));
    if (call && (method === "mock" || method === "doMock")) {
      const name = moduleNameIn(node) ?? (call.args[0] && moduleNameIn(call.args[0]));
      if (clientModules.has(name?.value ?? "")) isMocked = true;
    }
    tools.add(nameOf(objectOf(node)) ?? moduleNameIn(node)?.value ?? "");

    const hit: Hit = { rule: "replaced-export", at: startOf(node) };
    if (isAssigned(node)) hits.push(hit);
    if (call?.args[0] && bindings.isModule(call.args[0])) {
      if (redefining.has(method ?? "")) spies.push(hit);
      else if (replacing.has(method ?? "")) hits.push(hit);
    }
  });
  const isOfJest = isRunByJest(tools, runners);
  if (isMocked || (isOfJest && !runners.isJestOfModules)) return [];
  return !isOfJest && runners.isInlined ? hits : [...hits, ...spies];

  function isAssigned(node: Node): boolean {
    const object = node.type === "AssignmentExpression" && objectOf(bare(node.left));
    return object ? bindings.isModule(object) : false;
  }
};

/**
 * Whether Jest runs a file: the file uses tools of Jest, or the app does and the file uses no
 * others.
 */
function isRunByJest(tools: Set<string>, { isJest, isVitest }: Scene["runners"]): boolean {
  if (ofModules.some((it) => tools.has(it))) return false;
  return ofJest.some((it) => tools.has(it)) || (isJest && !isVitest);
}
