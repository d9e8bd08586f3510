import type { Node } from "@babel/types";
import { clientModules } from "../names.ts";
import { bare, callOf, keyOf, objectOf, startOf } from "../parse/nodes.ts";
import { visit } from "../parse/visit.ts";
import { moduleNameIn } from "../rename/module-names.ts";
import type { Hit, Look } from "./scene.ts";

const replacing = new Set(["spyOn", "stub", "replace", "replaceProperty", "defineProperty"]);

/** `nextAuth.getSession = …` and `vi.spyOn(nextAuth, "signIn")`, unless the module is mocked anyway. */
export const lookAtReplacedExports: Look = ({ root, bindings }) => {
  const hits: Hit[] = [];
  let isMocked = false;
  visit(root, (node) => {
    const call = callOf(node);
    const method = call && keyOf(call.callee);
    if (call && (method === "mock" || method === "doMock")) {
      const name = moduleNameIn(node) ?? (call.args[0] && moduleNameIn(call.args[0]));
      if (clientModules.has(name?.value ?? "")) isMocked = true;
    }
    if (isReplaced(node)) hits.push({ rule: "replaced-export", at: startOf(node) });
  });
  return isMocked ? [] : hits;

  function isReplaced(node: Node): boolean {
    if (node.type === "AssignmentExpression") {
      const object = objectOf(bare(node.left));
      return object !== undefined && bindings.isModule(object);
    }
    const call = callOf(node);
    const target = call?.args[0];
    if (!call || !target || !replacing.has(keyOf(call.callee) ?? "")) return false;
    return bindings.isModule(target);
  }
};
