import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL("../pages/", import.meta.url));

/** Components that the server renders, besides the one that notes what it shows. */
export const RENDERED_CONSUMERS = 1000;

const source = (page: string): string => `
  import { renderToString } from "react-dom/server";
  import { createApp, renderedSession } from "./app.tsx";
  import binding from "./${page}.tsx";

  const App = createApp(binding, () => {});
  export const html = renderToString(
    <App consumers={${RENDERED_CONSUMERS}} session={renderedSession()} />
  );
`;

/** What a server makes of a client's page, for somebody who is signed in. */
export async function renderPage(page: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source(page), resolveDir: folder, loader: "tsx" },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "node",
    target: "es2022",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    // React's build for servers asks for Node's modules in the old way.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire("file:///");',
    },
    logLevel: "error",
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  const { html } = await import(`data:text/javascript;base64,${code}`);
  return html;
}
