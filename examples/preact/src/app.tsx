import type { ComponentType } from "preact";
import icon from "shared/icon.svg";
import { HomePage } from "./pages/home-page.tsx";
import { ProfilePage } from "./pages/profile-page.tsx";
import { SentPage } from "./pages/sent-page.tsx";
import { SignInPage } from "./pages/sign-in-page.tsx";
import { SessionBadge } from "./session-badge.tsx";

const pages = new Map<string, ComponentType>([
  ["/", HomePage],
  ["/auth/signin", SignInPage],
  ["/auth/sent", SentPage],
  ["/profile", ProfilePage],
]);

/** What is on every page, and the page that the address asks for. */
export function App() {
  const Page = pages.get(location.pathname) ?? HomePage;
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
          </ul>
        </nav>
        <main class="page">
          <Page />
        </main>
      </div>
    </>
  );
}
