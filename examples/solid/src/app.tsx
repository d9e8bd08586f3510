import icon from "shared/icon.svg";
import type { Component } from "solid-js";
import { Dynamic } from "solid-js/web";
import { ProviderFlowsPage } from "./pages/provider-flows-page.tsx";
import { HomePage } from "./pages/home-page.tsx";
import { ProfilePage } from "./pages/profile-page.tsx";
import { SentPage } from "./pages/sent-page.tsx";
import { SignInPage } from "./pages/sign-in-page.tsx";
import { SessionBadge } from "./session-badge.tsx";

const pages = new Map<string, Component>([
  ["/", HomePage],
  ["/auth/signin", SignInPage],
  ["/auth/sent", SentPage],
  ["/profile", ProfilePage],
  ["/provider-flows", ProviderFlowsPage],
]);

/** What is on every page, and the page that the address asks for. */
export function App() {
  return (
    <>
      <header class="top">
        <a class="brand" href="/">
          <img class="mark" src={icon} alt="" />
          Sojourn
        </a>
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
              <a href="/">Three tabs</a>
            </li>
            <li>
              <a href="/profile">Your profile</a>
            </li>
            <li>
              <a href="/provider-flows">Every provider flow</a>
            </li>
          </ul>
        </nav>
        <main class="page">
          <Dynamic component={pages.get(location.pathname) ?? HomePage} />
        </main>
      </div>
    </>
  );
}
