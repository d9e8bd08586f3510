import type { Node } from "@babel/types";
import { clientModules } from "../names.ts";
import { callOf, nameOf, propertyOf, startOf } from "../parse/nodes.ts";
import { visit } from "../parse/visit.ts";
import { moduleNameIn } from "../rename/module-names.ts";
import type { Scene } from "./scene.ts";

const reading = new Set(["useSession", "getSession", "SessionContext", "useSessionClient"]);

/** The providers in a program, and whether it may read the session. */
export interface Providing {
  providers: number[];
  hasReader: boolean;
}

/**
 * Finds providers and readers. Code that cannot be followed, such as `export *`, counts as a
 * reader.
 */
export function findProviding({ root, bindings, isTest }: Scene): Providing {
  const providers: number[] = [];
  let hasReader = false;
  if (isTest) return { providers, hasReader };

  visit(root, (node, ancestors) => {
    const parent = ancestors.at(-1);
    if (parent?.type.startsWith("Import") && parent.type !== "ImportExpression") return;
    const name = bindings.exportOf(node);
    const isPart = (it: Node | undefined): boolean =>
      it?.type === "MemberExpression" || it?.type === "JSXMemberExpression";

    if (name === "SessionProvider" && isMade(node, parent)) providers.push(startOf(node));
    if (name && reading.has(name) && !isOnServer(name, node, parent)) hasReader = true;
    if (bindings.isModule(node) && nameOf(node) && !isPart(parent) && !isDeclared(node, parent)) {
      hasReader = true;
    }
    if (isHandedOn(node)) hasReader = true;
  });
  return { providers, hasReader };
}

function isMade(node: Node, parent: Node | undefined): boolean {
  const isElement = parent?.type === "JSXOpeningElement" && parent.name === node;
  return isElement || callOf(parent)?.args[0] === node;
}

function isDeclared(node: Node, parent: Node | undefined): boolean {
  return (
    (parent?.type === "VariableDeclarator" || parent?.type === "TSImportEqualsDeclaration") &&
    parent.id === node
  );
}

/**
 * Whether a call reads for one request on a server: `getSession({ req })` or `getSession(context)`.
 */
function isOnServer(name: string, node: Node, parent: Node | undefined): boolean {
  const call = callOf(parent);
  const first = call?.callee === node ? call.args[0] : undefined;
  if (name !== "getSession" || !first) return false;
  return first.type === "Identifier" || propertyOf(first, "req") !== undefined;
}

/** Whether a program exports the client, or imports it dynamically. */
function isHandedOn(node: Node): boolean {
  const isClient = clientModules.has(moduleNameIn(node)?.value ?? "");
  if (!isClient) return false;
  if (node.type === "ExportNamedDeclaration") {
    return node.specifiers.some((it) => it.type !== "ExportSpecifier" || isReading(it.local));
  }
  return node.type === "ExportAllDeclaration" || node.type === "ImportExpression";
}

function isReading(node: Node): boolean {
  return reading.has(nameOf(node) ?? "");
}
