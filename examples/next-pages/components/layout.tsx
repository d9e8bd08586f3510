import { Mark } from "shared/components";
import Link from "next/link";
import { useRouter } from "next/router";
import { type ReactNode, useRef } from "react";
import { SessionBadge } from "./session-badge";
import { tour } from "./tour";

interface Props {
  withoutSession?: boolean;
  children: ReactNode;
}

export function Layout({ withoutSession = false, children }: Props) {
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <header className="top">
        <Link className="brand" href="/">
          <Mark />
          Sojourn
        </Link>
        {withoutSession ? null : <SessionBadge />}
        <button className="button menu-button" type="button" popoverTarget="tour">
          Pages
        </button>
      </header>
      <div className="columns">
        <TourNav />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  );
}

/** A column on wide screens; on narrow ones, a popover that the menu button opens. */
function TourNav() {
  const { pathname } = useRouter();
  const nav = useRef<HTMLElement>(null);

  // Does nothing where the list isn't a popover that is open.
  const close = () => nav.current?.hidePopover();

  return (
    <nav id="tour" className="tour" popover="auto" aria-label="Pages" ref={nav}>
      <button
        className="button menu-button"
        type="button"
        popoverTarget="tour"
        popoverTargetAction="hide"
      >
        Close
      </button>
      {tour.map(({ heading, stops }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <ul>
            {stops.map(({ href, title }) => (
              <li key={href}>
                <Link
                  href={href}
                  aria-current={pathname === href ? "page" : undefined}
                  onClick={close}
                >
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
