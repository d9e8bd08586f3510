import type { Node } from "@babel/types";
import { renameInSetting, renameModule } from "../names.ts";
import { callOf, keyOf, nameOf, objectOf, startOf } from "../parse/nodes.ts";
import { visit } from "../parse/visit.ts";
import { isAugmentation } from "../rename/augmentation.ts";
import { moduleNameIn } from "../rename/module-names.ts";
import type { Hit, Look } from "./scene.ts";

// The app's own files may have such a name, too, e.g. `./next-auth/react`.
const inText = /(?:^|[^\w@/.\\-]|node_modules\\*\/)next\\*-auth\\*\/(?:react|webauthn)(?![\w-])/;
const inPattern = /(?:^|\W)next\\*-auth\\*\/(?:react|webauthn)(?![\w-])/;
const quoted = /["'`]next-auth\/(?:react|webauthn)/;
const titled = new Set(["describe", "it", "test", "suite", "context", "console"]);

/** Finds strings and patterns that name the client, and are neither renamed nor text for people. */
export const lookAtOtherStrings: Look = ({ root, isSettings }) => {
  const hits: Hit[] = [];
  const isProgram = root.type === "Program";
  const named = new Set<number>();
  visit(root, (node, ancestors) => {
    // A node with a module's name is visited before the string of the name.
    const name = moduleNameIn(node);
    const isDone = name && renameModule(name.value) !== name.value;
    if (name && (isDone || isAugmentation(node, ancestors))) named.add(name.start - 1);

    const text = stringIn(node);
    const at = startOf(node);
    if (text === undefined || named.has(at) || named.has(at - 1)) return;
    const left = isSettings ? renameInSetting(text) : text;
    if (!(node.type === "RegExpLiteral" ? inPattern : inText).test(left)) return;
    const isRead = isProgram ? isProse(text) || isTitle(node, ancestors) : isDescription(ancestors);
    if (!isRead) hits.push({ rule: "other-string", at });
  });
  return hits;
};

function stringIn(node: Node): string | undefined {
  if (node.type === "StringLiteral") return node.value;
  if (node.type === "RegExpLiteral") return node.pattern;
  return node.type === "TemplateElement" ? node.value.raw : undefined;
}

function isProse(text: string): boolean {
  return text.trim().split(/\s+/).length > 2 && !quoted.test(text);
}

/** Whether a string is the title of a test, a message or an attribute. */
function isTitle(node: Node, ancestors: readonly Node[]): boolean {
  const parent = ancestors.findLast((it) => it.type !== "TemplateLiteral");
  if (parent?.type === "JSXAttribute") return true;
  if (parent?.type === "NewExpression") return nameOf(parent.callee)?.endsWith("Error") ?? false;
  const callee = callOf(parent)?.callee;
  return callee !== undefined && callee !== node && titled.has(firstName(callee) ?? "");
}

/** Returns the first name of a chain, e.g. `describe` of `describe.each([])`. */
function firstName(callee: Node): string | undefined {
  const inner = objectOf(callee) ?? callOf(callee)?.callee;
  return inner ? firstName(inner) : nameOf(callee);
}

function isDescription(ancestors: readonly Node[]): boolean {
  return ancestors.some((it) => ["description", "keywords"].includes(keyOf(it) ?? ""));
}
