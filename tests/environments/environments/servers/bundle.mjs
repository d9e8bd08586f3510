import { build } from "esbuild";

/** As the platforms' own tools bundle: for the runtime's conditions, into one file. */
export async function bundle(entry, conditions, define = {}) {
  const { outputFiles } = await build({
    entryPoints: [new URL(entry, import.meta.url).pathname],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    conditions,
    define: { "process.env.NODE_ENV": '"production"', ...define },
  });
  return outputFiles[0].text;
}
