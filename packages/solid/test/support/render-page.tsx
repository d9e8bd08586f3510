import { createSessionClient, type Session } from "@sojourn/core";
import { type ServerPage, toLine, watchRendering } from "@sojourn/testing/adapter-contract";
import { renderToString } from "solid-js/web";
import { Page } from "./page.tsx";

const ownClient = createSessionClient<Session>();

/** Renders a page for one request. */
export function renderPage({ session, hasOwnClient, consumers }: ServerPage): Promise<string> {
  const client = hasOwnClient ? ownClient : createSessionClient({ session });
  const all = consumers.map((options) => ({ options, show: toLine }));
  return watchRendering(() =>
    renderToString(() => <Page client={client} session={session} consumers={all} />),
  );
}
