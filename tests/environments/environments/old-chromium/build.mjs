import { build } from "esbuild";

await build({
  entryPoints: ["page.jsx", "plain.js"],
  bundle: true,
  outdir: "built",
  format: "iife",
  jsx: "automatic",
  define: { "process.env.NODE_ENV": '"production"' },
});
