import { build } from "esbuild";

// The syntax is translated, as an app for this browser does it. What is missing at run time is not.
await build({
  entryPoints: ["page.jsx", "plain.js"],
  bundle: true,
  outdir: "built",
  format: "iife",
  jsx: "automatic",
  target: "chrome92",
  define: { "process.env.NODE_ENV": '"production"' },
});
