import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { pageClients } from "../clients.ts";
import { type Answer, text } from "../../lab/server/answer.ts";

const folder = fileURLToPath(new URL("../pages/", import.meta.url));

const html = (page: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${page}</title>
    <link rel="icon" href="data:," />
    <script type="module" src="/${page}.js"></script>
  </head>
  <body>
    <p role="status"></p>
    <p role="alert"></p>
  </body>
</html>
`;

/** Builds the pages of all clients in the same way, and answers with them. */
export async function buildPages(): Promise<(path: string) => Promise<Answer>> {
  const { outputFiles } = await build({
    entryPoints: pageClients.map(({ page }) => `${folder}${page}.tsx`),
    outdir: "/",
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    jsx: "automatic",
    // next-auth looks for its settings there.
    define: { "process.env.NODE_ENV": '"production"', "process.env": "{}" },
    logLevel: "error",
  });
  const answers = new Map<string, Answer>();
  for (const file of outputFiles) answers.set(file.path, text(file.text, 200, "text/javascript"));
  for (const { page } of pageClients) answers.set(`/${page}`, text(html(page), 200, "text/html"));
  return async (path) => answers.get(path) ?? text("Not found", 404);
}
