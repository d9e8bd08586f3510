import type { H3Event, H3EventContext } from "h3";

/**
 * What the code of the server keeps with a request. Nuxt's and Nitro's bundles each have that code,
 * and share the context.
 */
export interface SojournContext extends H3EventContext {
  /** The auth server's answers, for this request and those that the app sends itself for it. */
  sojourn?: Map<string, Promise<Response>>;
  /** Whether the app itself asks for the session. Such a request is not answered with a session. */
  isSojournRead?: boolean;
  /** Nitro has set it in a handler whose answers it caches. */
  cache?: unknown;
  _nitro?: { routeRules?: { cache?: unknown; isr?: unknown } };
}

/** Returns the context of a request. */
export function contextOf(event: H3Event): SojournContext {
  return event.context;
}

/**
 * Returns the context of the request during which the app has sent this one to itself, by
 * `event.fetch`. A request from outside has an empty one.
 */
export function outerContextOf({ node }: H3Event): SojournContext {
  // Nitro hands it over there, and declares no type for it.
  const { __unenv__: context } = node.req as { __unenv__?: SojournContext };
  return context ?? {};
}
