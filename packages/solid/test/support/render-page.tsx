import { createSessionClient, type Session } from "@sojourn/core";
import { type ServerPage, toLine, watchRendering } from "@sojourn/testing/adapter-contract";
import { renderToString, renderToStringAsync } from "solid-js/web";
import type { StreamedPage } from "./adapter.tsx";
import { Page } from "./page.tsx";
import { StreamingPage } from "./streaming-page.tsx";

const ownClient = createSessionClient<Session>();

/** Renders a page for one request. */
export function renderPage({ session, hasOwnClient, consumers }: ServerPage): Promise<string> {
  const client = hasOwnClient ? ownClient : createSessionClient({ session });
  const all = consumers.map((options) => ({ options, show: toLine }));
  return watchRendering(() =>
    renderToString(() => <Page client={client} session={session} consumers={all} />),
  );
}

/** Renders a page whose session comes later than its shell. */
export function renderStreamedPage({ streamed }: StreamedPage): Promise<string> {
  const client = createSessionClient<Session>();
  const session = new Promise<Session | null>((resolve) => setTimeout(resolve, 10, streamed));
  return renderToStringAsync(() => <StreamingPage client={client} session={session} />);
}
