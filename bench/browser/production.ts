import type { BuildOptions } from "esbuild";

/** How all pages that are measured are built. */
export const production = {
  bundle: true,
  write: false,
  minify: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  jsx: "automatic",
  logLevel: "error",
} as const satisfies BuildOptions;
