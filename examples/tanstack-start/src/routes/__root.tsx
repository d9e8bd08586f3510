import type { RegisteredSession, SessionClient } from "@sojourn/react";
import { SessionProvider } from "@sojourn/react/streaming";
import { RefreshOnChange } from "@sojourn/react/tanstack-router";
import { createRootRouteWithContext, HeadContent, Outlet, Scripts } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import icon from "shared/icon.svg?url";
import look from "shared/look.css?url";
import { Frame } from "../components/frame.tsx";
import { loadSession } from "../session.ts";

interface RouterContext {
  client: SessionClient<RegisteredSession>;
}

export const Route = createRootRouteWithContext<RouterContext>()({
  async beforeLoad({ context, matches }) {
    const session = loadSession(context.client);
    const isStreamed = matches.some(({ staticData }) => staticData.streamsSession);
    return { session: isStreamed ? session : await session };
  },
  head: () => ({
    meta: [
      { charSet: "utf-8" },
      { name: "viewport", content: "width=device-width, initial-scale=1" },
      { name: "color-scheme", content: "light dark" },
      { title: "Sojourn in TanStack Start" },
    ],
    links: [
      { rel: "icon", href: icon, type: "image/svg+xml" },
      { rel: "stylesheet", href: look },
    ],
  }),
  shellComponent: Document,
  component: Root,
});

function Document({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <HeadContent />
      </head>
      <body>
        {children}
        <Scripts />
      </body>
    </html>
  );
}

function Root() {
  const { client, session } = Route.useRouteContext();
  // What later navigations find is what the client has told them.
  const [rendered] = useState(session);
  return (
    <SessionProvider client={client} session={rendered}>
      {/* Loaders that ran without an answer run again when the browser has one. */}
      <RefreshOnChange {...(rendered === undefined && { rendered: null })} />
      <Frame>
        <Outlet />
      </Frame>
    </SessionProvider>
  );
}
