import { createSessionClient } from "@sojourn/core";
import { type ServerPage, toLine } from "@sojourn/testing/adapter-contract";
import { renderToString } from "solid-js/web";
import { Page } from "./page.tsx";

/** Renders a page for one request. */
export function renderPage({ session, consumers }: ServerPage): string {
  const client = createSessionClient({ session });
  const all = consumers.map((options) => ({ options, show: toLine }));
  return renderToString(() => <Page client={client} consumers={all} />);
}
