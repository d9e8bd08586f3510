import { createSessionClient } from "@sojourn/core";
import { streamSession } from "@sojourn/core/streaming";
import { badgeOf, type PageData, type PlainSession } from "../page-data.ts";
import { find } from "./find.ts";

/** Returns what the server has rendered a document with. */
export function dataOf(page: Document): PageData {
  return JSON.parse(find("#data", page).textContent ?? "");
}

declare global {
  interface Window {
    /** The session, once a script at the end of the page has brought it. */
    streamed?: { push(session: PlainSession | null): void } | [PlainSession | null];
  }
}

function awaitStreamed(): Promise<PlainSession | null> {
  const { streamed } = window;
  if (Array.isArray(streamed)) return Promise.resolve(streamed[0] ?? null);
  return new Promise((resolve) => {
    window.streamed = { push: resolve };
  });
}

const { session, isStreamed } = dataOf(document);

export const client = createSessionClient<PlainSession>({ basePath: "/api/auth", session });
if (isStreamed) streamSession(client, awaitStreamed());

/** Shows who is signed in, and follows each change. */
export function showSession(): void {
  const show = () => {
    const { data } = client.getSnapshot();
    const [status, text] = badgeOf(data);
    const button = find<HTMLButtonElement>("header .session button");
    find(".badge").dataset["status"] = status;
    find(".badge-name").textContent = text;
    button.textContent = data ? "Sign out" : "Sign in";
    button.disabled = status === "loading";
    button.onclick = () => (data ? client.signOut() : client.signIn());
  };
  client.subscribe(show);
  show();
}
