import { parse as parseProgram, parseExpression, type ParserPlugin } from "@babel/parser";
import type { Comment, Node } from "@babel/types";
import type { Language, Part } from "./part.ts";

/** The tree of a program. */
export interface Tree {
  root: Node;
  comments: Comment[];
}

// Decorators have an old grammar and a new one. The first one that accepts a program is used.
const decorators: ParserPlugin[][] = [
  ["decorators-legacy"],
  ["decorators", "decoratorAutoAccessors"],
];
const typescript: ParserPlugin[][] = decorators.map((it) => ["typescript", ...it]);

const grammars: Record<Exclude<Language, "json">, ParserPlugin[][]> = {
  js: [...decorators.map((it): ParserPlugin[] => ["jsx", ...it]), ["jsx", "flow"]],
  ts: typescript,
  tsx: typescript.map((it) => ["jsx", ...it]),
  dts: [[["typescript", { dts: true }]]],
};

/** Parses a program. Throws the parser's first error if no grammar accepts it. */
export function parse({ code, language }: Part): Tree {
  if (language === "json") return { root: parseExpression(code), comments: [] };

  let firstError: unknown;
  for (const sourceType of ["module", "script"] as const) {
    for (const plugins of grammars[language]) {
      try {
        const file = parseProgram(code, {
          sourceType,
          plugins,
          createImportExpressions: true,
          attachComment: false,
          allowAwaitOutsideFunction: true,
          allowReturnOutsideFunction: true,
          allowSuperOutsideMethod: true,
          allowUndeclaredExports: true,
        });
        return { root: file.program, comments: file.comments ?? [] };
      } catch (error) {
        firstError ??= error;
      }
    }
  }
  throw firstError;
}

/** Returns the tree of a program, or `undefined` if no grammar accepts it. */
export function tryToParse(part: Part): Tree | undefined {
  try {
    return parse(part);
  } catch {
    return undefined;
  }
}
