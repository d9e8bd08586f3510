import type { ServerResponse } from "node:http";

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it has to stand in HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A whole document, in the looks of the apps. */
export function htmlPage(title: string, body: string, head = ""): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
${head}
<style>
:root { color-scheme: light dark; --ground: light-dark(#f5f7f6, #0f1614); --surface: light-dark(#fff, #17201d);
  --ink: light-dark(#16211d, #e7efec); --soft: light-dark(#53635d, #9db0a9); --line: light-dark(#d9e1de, #2b3833);
  --accent: light-dark(#0c7357, #6ad3ad); --on-accent: light-dark(#fff, #06251a); }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif; }
main { max-width: 34rem; margin: clamp(1rem, 8vh, 5rem) auto; padding: 0 1rem; }
h1 { margin: 0 0 .5rem; letter-spacing: -.02em; line-height: 1.15; }
p { color: var(--soft); }
code { overflow-wrap: anywhere; }
a { color: var(--accent); overflow-wrap: anywhere; }
article, form { margin: 1rem 0; padding: 1.25rem; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); }
article h2 { margin: 0; font-size: 1.1rem; }
pre { margin: 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; }
button { padding: .5rem 1rem; border: 1px solid var(--line); border-radius: 10px; background: var(--surface);
  color: inherit; font: inherit; font-weight: 550; cursor: pointer; }
button.primary { border-color: transparent; background: var(--accent); color: var(--on-accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
</style>
</head>
<body><main>
${body}
</main></body>
</html>`;
}

export function sendHtml(response: ServerResponse, html: string): void {
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(html);
}
