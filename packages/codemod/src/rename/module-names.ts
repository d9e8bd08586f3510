import type { Node } from "@babel/types";
import { callOf, keyOf, nameOf, objectOf, type Text, textOf } from "../parse/nodes.ts";

/** Functions of Node, Jest, Vitest, Storybook and Bun whose first argument is a module's name. */
const functions = new Set([
  ...["require", "requireActual", "requireMock", "importActual", "importMock"],
]);
const methods = new Set([
  ...functions,
  ...["mock", "doMock", "setMock", "unmock", "doUnmock", "dontMock", "deepUnmock"],
  ...["createMockFromModule", "genMockFromModule"],
  ...["unstable_mockModule", "unstable_unmockModule"],
]);

/** Returns the name of the module that a node imports, declares, requires, maps or mocks. */
export function moduleNameIn(node: Node): Text | undefined {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
    case "ImportExpression":
      return textOf(node.source);
    case "TSImportType":
      return textOf(node.argument);
    case "TSExternalModuleReference":
      return textOf(node.expression);
    case "TSModuleDeclaration":
    case "DeclareModule":
      return textOf(node.id);
    case "ObjectProperty":
      // This may be a map of modules, such as a bundler's aliases.
      return textOf(node.key);
    default: {
      const call = callOf(node);
      return call && takesModule(call.callee) ? textOf(call.args[0]) : undefined;
    }
  }
}

function takesModule(callee: Node): boolean {
  const method = keyOf(callee);
  const object = objectOf(callee);
  // Other objects, such as `Promise`, have a `resolve`, too.
  if (method === "resolve") return nameOf(object) === "require" || object?.type === "MetaProperty";
  if (method === "module") return nameOf(object) === "mock" || keyOf(object) === "mock";
  return method === undefined ? functions.has(nameOf(callee) ?? "") : methods.has(method);
}
