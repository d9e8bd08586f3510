import { A, createAsync, revalidate, useLocation } from "@solidjs/router";
import { SessionProvider } from "@sojourn/solid/streaming";
import { RefreshOnChange } from "@sojourn/solid/start";
import icon from "shared/icon.svg";
import type { ParentProps } from "solid-js";
import { getSession } from "../session.ts";
import { SessionBadge } from "./session-badge.tsx";

/** The session: known before anything is sent, or, for a page that streams it, a promise. */
function useServerSession() {
  if (useLocation().pathname === "/streamed") return () => getSession();
  return createAsync(() => getSession(), { deferStream: true });
}

/** What is on every page. */
export function Layout(props: ParentProps) {
  const session = useServerSession();
  return (
    <SessionProvider session={session()}>
      {/* Queries that ran without an answer run again when the browser has one. */}
      <RefreshOnChange refresh={revalidate} rendered={session() === undefined ? null : undefined} />
      <header class="top">
        <A class="brand" href="/">
          <img class="mark" src={icon} alt="" />
          Sojourn
        </A>
        <SessionBadge />
        <button class="button menu-button" type="button" popovertarget="tour">
          Pages
        </button>
      </header>
      <div class="columns">
        <nav id="tour" class="tour" popover="auto" aria-label="Pages">
          <h2>Pages</h2>
          <ul>
            <li>
              <A href="/" end>
                Three tabs
              </A>
            </li>
            <li>
              <A href="/profile">Your profile</A>
            </li>
            <li>
              <A href="/server">From the server</A>
            </li>
            <li>
              <A href="/protected">Signed-in only</A>
            </li>
          </ul>
        </nav>
        <main class="page">{props.children}</main>
      </div>
    </SessionProvider>
  );
}
