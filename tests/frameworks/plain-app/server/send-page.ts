import type { ServerSession } from "@sojourn/core/server";
import { badgeOf, type PageData, type PlainSession } from "../page-data.ts";
import { escape, toScript } from "./escape.ts";
import type { PlainPage } from "./pages.ts";

type MaybeSession = PlainSession | null | undefined;

const links = {
  "/": "Three tabs",
  "/profile": "Your profile",
  "/server": "From the server",
  "/protected": "Signed-in only",
};

function toHtml(page: PlainPage, session: MaybeSession, data: PageData): string {
  const [status, text] = badgeOf(session);
  const items = Object.entries(links).map(([path, it]) => `<li><a href="${path}">${it}</a></li>`);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Sojourn, rendered on a server</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/look.css" />
    <script id="data" type="application/json">${toScript(data)}</script>
    <script type="module" src="/main.js" ${page.isStreamed ? "async" : ""}></script>
  </head>
  <body>
    <header class="top">
      <a class="brand" href="/">Sojourn</a>
      <div class="session">
        <p class="badge" role="status" data-status="${status}"><strong class="badge-name">${escape(text)}</strong></p>
        <button class="button" type="button" ${session === undefined ? "disabled" : ""}>${session ? "Sign out" : "Sign in"}</button>
      </div>
    </header>
    <div class="columns">
      <nav id="tour" class="tour" aria-label="Pages"><ul>${items.join("")}</ul></nav>
      <main class="page">${page.render(session)}</main>
    </div>
  </body>
</html>`;
}

/** Sends a page whose session is known, or could not be read. */
export function sendPage(page: PlainPage, session: MaybeSession, headers: Headers): Response {
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(toHtml(page, session, { session }), { headers });
}

/** Sends the shell of a page, and then its session. No cookie is renewed: the headers are gone. */
export function streamPage(
  page: PlainPage,
  reading: Promise<ServerSession<PlainSession>>,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(stream) {
      stream.enqueue(encoder.encode(toHtml(page, undefined, { isStreamed: true })));
      const { session } = await reading;
      const arrival = `<script>(self.streamed ??= []).push(${toScript(session ?? null)})</script>`;
      stream.enqueue(encoder.encode(arrival));
      stream.close();
    },
  });
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "private, no-store",
  };
  return new Response(body, { headers });
}
