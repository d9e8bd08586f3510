import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, type Metafile, type Plugin } from "esbuild";

/** Bytes of a minified bundle. */
export interface Bundle {
  raw: number;
  gzip: number;
  brotli: number;
  metafile: Metafile;
}

const resolveDir = fileURLToPath(new URL("..", import.meta.url));

const DECLARED = /^export (?:async )?(?:function|const|class) (\w+)/gm;

/** Puts empty functions in the place of all that the modules at these paths declare. */
function leaveOut(paths: RegExp): Plugin {
  return {
    name: "leave out",
    setup({ onLoad }) {
      onLoad({ filter: paths }, ({ path }) => {
        const names = [...readFileSync(path, "utf8").matchAll(DECLARED)].map(([, name]) => name);
        return { contents: names.map((name) => `export const ${name} = () => {};`).join("\n") };
      });
    },
  };
}

/**
 * Bundles a module as an app's bundler would, with React left out.
 *
 * @param without the paths of modules to leave out. What is made then does not work, but has a size.
 */
export async function bundle(source: string, without?: RegExp): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir, loader: "ts" },
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    jsx: "automatic",
    external: ["react", "react/*", "react-dom", "next", "next/*"],
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
    plugins: without ? [leaveOut(without)] : [],
  });
  const bytes = outputFiles[0]?.contents;
  if (!bytes) throw new Error(`esbuild made nothing of: ${source}`);
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
    metafile,
  };
}
