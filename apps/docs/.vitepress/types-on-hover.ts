import { transformerTwoslash } from "@shikijs/vitepress-twoslash";
import { dirname } from "node:path";
import { JsxEmit, ModuleKind, ModuleResolutionKind, ScriptTarget } from "typescript";

/** Shows types on hover in the examples that are marked `twoslash`. */
export const typesOnHover = transformerTwoslash({
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
