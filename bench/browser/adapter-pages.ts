import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { compile } from "svelte/compiler";
import { production } from "./production.ts";

const folder = fileURLToPath(new URL("../pages/adapters/", import.meta.url));

const compileSvelte: Plugin = {
  name: "svelte",
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const { js } = compile(await readFile(path, "utf8"), { filename: basename(path) });
      return { contents: js.code };
    });
  },
};

/**
 * Builds the page of an adapter for production: a script that offers `mountComponents`.
 *
 * @param adapter the name of the file in `pages/adapters/`
 */
export async function buildAdapterPage(adapter: string): Promise<string> {
  const { outputFiles } = await build({
    ...production,
    entryPoints: [`${folder}${adapter}`],
    // Of Vue's builds.
    define: {
      "process.env.NODE_ENV": '"production"',
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    plugins: [compileSvelte],
  });
  const script = outputFiles[0]?.text;
  if (!script) throw new Error(`esbuild made nothing of the page of ${adapter}.`);
  return script;
}
