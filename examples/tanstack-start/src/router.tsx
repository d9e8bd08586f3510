import { createSessionClient } from "@sojourn/core";
import { createRouter } from "@tanstack/react-router";
import { routeTree } from "./routeTree.gen.ts";

/** Creates a router and a client: for each request on the server, and for the page in a browser. */
export function getRouter() {
  return createRouter({
    routeTree,
    context: { client: createSessionClient() },
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof getRouter>;
  }
  interface StaticDataRouteOption {
    /** Whether the page does not wait for the session. */
    streamsSession?: boolean;
  }
}
