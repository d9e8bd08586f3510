import { transformerTwoslash } from "@shikijs/vitepress-twoslash";
import { dirname } from "node:path";
import type { MarkdownOptions } from "vitepress";
import { JsxEmit, ModuleKind, ModuleResolutionKind, ScriptTarget } from "typescript";

const transformer = transformerTwoslash({
  twoslashOptions: {
    vfsRoot: dirname(import.meta.dirname),
    compilerOptions: {
      target: ScriptTarget.ES2022,
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      module: ModuleKind.ESNext,
      moduleResolution: ModuleResolutionKind.Bundler,
      jsx: JsxEmit.ReactJSX,
      strict: true,
      types: ["node"],
    },
  },
});

/**
 * Shows types on hover in the examples that are marked `twoslash`. Its types are of another version of
 * Shiki than VitePress has; the builds show that both agree on what happens.
 */
export const typesOnHover = transformer as unknown as NonNullable<
  MarkdownOptions["codeTransformers"]
>[number];
