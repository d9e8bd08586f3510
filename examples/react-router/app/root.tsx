import { RefreshOnChange } from "@sojourn/react/react-router";
import { SessionProvider } from "@sojourn/react/streaming";
import icon from "shared/icon.svg";
import look from "shared/look.css?url";
import type { ReactNode } from "react";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
} from "react-router";
import type { Route } from "./+types/root.ts";
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

export default function Root({ loaderData }: Route.ComponentProps) {
  return (
    <SessionProvider session={loaderData.session}>
      <RefreshOnChange />
      <Frame>
        <Outlet />
      </Frame>
    </SessionProvider>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <main className="page">
      <h1>{isRouteErrorResponse(error) ? `Error ${error.status}` : "That didn’t work"}</h1>
      <p className="lead">Please try again.</p>
    </main>
  );
}
