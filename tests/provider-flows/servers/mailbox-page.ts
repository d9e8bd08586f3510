import { escapeHtml, htmlPage } from "./html.ts";

/** A message that has arrived. */
export interface Message {
  to: string;
  subject: string;
  text: string;
  /** The addresses in its text. */
  links: string[];
}

/** All mail, the newest first; it looks for more by itself. */
export function mailboxPage(messages: readonly Message[]): string {
  const articles = messages.toReversed().map(
    ({ to, subject, text }) => `<article>
<h2>${escapeHtml(subject)}</h2>
<p>to ${escapeHtml(to)}</p>
<pre>${withLinks(text)}</pre>
</article>`,
  );
  return htmlPage(
    "Mailbox",
    `<h1>Mailbox</h1>
<p>Whatever the app sends, to whomever, arrives here and nowhere else.</p>
${articles.join("\n") || "<article>Nothing yet. Ask the app for a link.</article>"}`,
    '<meta http-equiv="refresh" content="3">',
  );
}

function withLinks(text: string): string {
  return escapeHtml(text.trim()).replaceAll(
    /https?:\/\/\S+/g,
    (url) => `<a href="${url}">${url}</a>`,
  );
}
