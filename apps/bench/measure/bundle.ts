import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, type Metafile } from "esbuild";

/** Bytes of a minified bundle. */
export interface Bundle {
  raw: number;
  gzip: number;
  brotli: number;
  metafile: Metafile;
}

const resolveDir = fileURLToPath(new URL("..", import.meta.url));

/** Bundles a module as an app's bundler would, with React left out. */
export async function bundle(source: string): Promise<Bundle> {
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
