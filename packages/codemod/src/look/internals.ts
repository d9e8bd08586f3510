import { keyOf, nameOf, objectOf, startOf, textOf } from "../parse/nodes.ts";
import { visit } from "../parse/visit.ts";
import { moduleNameIn } from "../rename/module-names.ts";
import type { Hit, Look } from "./scene.ts";

/** Finds uses of the internals of next-auth's client, and of next-auth 3. */
export const lookAtInternals: Look = ({ root, bindings }) => {
  const hits: Hit[] = [];
  visit(root, (node) => {
    const at = startOf(node);
    const moduleName = moduleNameIn(node)?.value;
    if (moduleName === "next-auth/client") hits.push({ rule: "next-auth-3", at });
    if (moduleName === "next-auth/client/_utils") hits.push({ rule: "internal-state", at });
    if (textOf(node)?.value === "nextauth.message") hits.push({ rule: "message-key", at });

    const object = objectOf(node);
    if (object && keyOf(node)?.startsWith("_")) {
      const name = bindings.exportOf(object) ?? keyOf(object) ?? nameOf(object);
      if (name === "__NEXTAUTH") hits.push({ rule: "internal-state", at });
    }
  });
  return hits;
};
