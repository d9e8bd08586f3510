import { Mark } from "shared/components";
import type { ReactNode } from "react";
import { Link, NavLink } from "react-router";
import { SessionBadge } from "./session-badge.tsx";

const pages = [
  { to: "/", title: "Three tabs" },
  { to: "/profile", title: "Your profile" },
  { to: "/server", title: "From the server" },
  { to: "/protected", title: "Signed-in only" },
  { to: "/streamed", title: "A streamed session" },
];

/** What is around each page. */
export function Frame({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="top">
        <Link className="brand" to="/">
          <Mark />
          Sojourn
        </Link>
        <SessionBadge />
        <button className="button menu-button" type="button" popoverTarget="tour">
          Pages
        </button>
      </header>
      <div className="columns">
        <nav id="tour" className="tour" popover="auto" aria-label="Pages">
          <h2>Pages</h2>
          <ul>
            {pages.map(({ to, title }) => (
              <li key={to}>
                <NavLink to={to}>{title}</NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <main className="page">{children}</main>
      </div>
    </>
  );
}
