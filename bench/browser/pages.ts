import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { clients } from "../clients.ts";
import { type Answer, text } from "../../tests/lab/server/answer.ts";
import { production } from "./production.ts";
import { renderPage } from "./rendered-page.ts";

const folder = fileURLToPath(new URL("../pages/", import.meta.url));

const html = (page: string, rendered = ""): string => `<!doctype html>
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
    <div id="app">${rendered}</div>
  </body>
</html>
`;

type AnswerPage = (path: string) => Promise<Answer>;

async function buildAll(): Promise<AnswerPage> {
  const { outputFiles } = await build({
    ...production,
    entryPoints: clients.map(({ page }) => `${folder}${page}.tsx`),
    outdir: "/",
    // next-auth looks for its settings there.
    define: { "process.env.NODE_ENV": '"production"', "process.env": "{}" },
  });
  const answers = new Map<string, Answer>();
  for (const file of outputFiles) answers.set(file.path, text(file.text, 200, "text/javascript"));
  for (const { page } of clients) {
    answers.set(`/${page}`, text(html(page), 200, "text/html"));
    const rendered = html(page, await renderPage(page));
    answers.set(`/${page}/rendered`, text(rendered, 200, "text/html"));
  }
  return async (path) => answers.get(path) ?? text("Not found", 404);
}

let built: Promise<AnswerPage> | undefined;

/**
 * Builds the pages of all clients in the same way, once, and answers with them. `/name/rendered` is
 * the page as a server has rendered it.
 */
export function buildPages(): Promise<AnswerPage> {
  built ??= buildAll();
  return built;
}
