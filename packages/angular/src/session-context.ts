import { inject, InjectionToken, makeStateKey } from "@angular/core";
import type { RegisteredSession, SessionClient } from "@sojourn/core";
import type { RenderedKey, SojournContext, SojournOptions } from "./types.ts";

/** Returns where the session of an auth server is in the page. */
export function toRenderedKey({ baseUrl = "", basePath = "" }: SojournOptions): RenderedKey {
  return makeStateKey(`sojourn ${baseUrl} ${basePath}`);
}

/** What `provideSojourn` provides. */
export const SOJOURN: InjectionToken<SojournContext> = new InjectionToken("sojourn");

/** Where the session is in the page. */
export const RENDERED_KEY: InjectionToken<RenderedKey> = new InjectionToken("sojourn key");

/** The read of the request's session, on a server. It is resolved once the session is in the page. */
export const SERVER_READ: InjectionToken<Promise<void>> = new InjectionToken("sojourn read");

/** Returns what `provideSojourn` provides. @throws Error without it */
export function injectSojourn(): SojournContext {
  const context = inject(SOJOURN, { optional: true });
  if (context) return context;
  throw new Error("injectSession needs provideSojourn() in the providers of the app");
}

/**
 * Returns the client of the app, with all of `@sojourn/core`: events, `getSession`, `hydrate` …
 *
 * @throws Error without `provideSojourn`, and outside of an injection context
 */
export function injectSessionClient(): SessionClient<RegisteredSession> {
  return injectSojourn().client;
}
