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
function leaveOut(patterns: string[]): Plugin {
  return {
    name: "leave out",
    setup({ onLoad }) {
      onLoad({ filter: new RegExp(patterns.join("|")) }, ({ path }) => {
        const names = [...readFileSync(path, "utf8").matchAll(DECLARED)].map(([, name]) => name);
        return { contents: names.map((name) => `export const ${name} = () => {};`).join("\n") };
      });
    },
  };
}

/** Minified bytes of each module, by the bundler's own account; the largest first. */
export function bytesByModule({ outputs }: Metafile): [path: string, bytes: number][] {
  const inputs = Object.entries(Object.values(outputs)[0]?.inputs ?? {});
  return inputs
    .map(([path, { bytesInOutput }]): [string, number] => [path, bytesInOutput])
    .filter(([, bytes]) => bytes > 0)
    .toSorted(([, a], [, b]) => b - a);
}

/** One that matches nothing leaves nothing out, and the size would be that of all. */
function expectMatches(whole: Metafile, patterns: string[]): void {
  const paths = bytesByModule(whole).map(([path]) => path);
  const unused = patterns.filter(
    (pattern) => !paths.some((path) => new RegExp(pattern).test(path)),
  );
  if (unused.length)
    throw new Error(`No module of the bundle matches ${unused}: mend the pattern.`);
}

/**
 * Bundles a module as an app's bundler would, with React left out.
 *
 * @param without patterns of the paths of modules to leave out. What is made then does not work, but
 *   has a size.
 * @throws Error if a pattern matches no module of the whole bundle
 */
export async function bundle(source: string, without: string[] = []): Promise<Bundle> {
  if (without.length) expectMatches((await bundle(source)).metafile, without);
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
    plugins: without.length ? [leaveOut(without)] : [],
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
