import { RefreshOnChange } from "@sojourn/react/react-router";
import { SessionProvider } from "@sojourn/react/streaming";
import icon from "shared/icon.svg";
import look from "shared/look.css?url";
import type { ReactNode } from "react";
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from "react-router";
import type { Route } from "./+types/root.ts";
import { Failure } from "./components/failure.tsx";
import { Frame } from "./components/frame.tsx";
import { provideSession, readerContext } from "./session.server.ts";

export const middleware: Route.MiddlewareFunction[] = [provideSession];

export const links: Route.LinksFunction = () => [
  { rel: "stylesheet", href: look },
  { rel: "icon", type: "image/svg+xml", href: icon },
];

export async function loader({ context, url }: Route.LoaderArgs) {
  const session = context.get(readerContext).read();
  // An app decides for all of its pages if it awaits the session. This one shows both.
  return { session: url.pathname === "/streamed" ? session : await session };
}

export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Sojourn in React Router</title>
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function Root({ loaderData: { session } }: Route.ComponentProps) {
  return (
    <SessionProvider session={session}>
      {/* Loaders that ran without an answer run again when the browser has one. */}
      <RefreshOnChange {...(session === undefined && { rendered: null })} />
      <Frame>
        <Outlet />
      </Frame>
    </SessionProvider>
  );
}

/** Stands in place of `Root`, where no loader has run: after an error of a middleware. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <SessionProvider>
      <RefreshOnChange rendered={null} />
      <Frame>
        <Failure error={error} />
      </Frame>
    </SessionProvider>
  );
}
