import { Link, linkOptions } from "@tanstack/react-router";
import { Mark } from "shared/components";
import type { ReactNode } from "react";
import { SessionBadge } from "./session-badge.tsx";

const pages = linkOptions([
  { to: "/", title: "Three tabs" },
  { to: "/profile", title: "Your profile" },
  { to: "/server", title: "From the server" },
  { to: "/streamed", title: "Streamed" },
  { to: "/protected", title: "Signed-in only" },
]);

/** What all pages have around them. */
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
            {pages.map(({ title, ...link }) => (
              <li key={link.to}>
                <Link {...link}>{title}</Link>
              </li>
            ))}
          </ul>
        </nav>
        <main className="page">{children}</main>
      </div>
    </>
  );
}
