import { inject, InjectionToken, makeStateKey, type StateKey } from "@angular/core";
import type { RegisteredSession, SessionClient } from "@sojourn/core";
import type { SojournContext } from "./types.ts";

/** Where a server writes the session of the request into the page. */
export const renderedKey: StateKey<RegisteredSession | null> = makeStateKey("sojourn");

/** What `provideSojourn` provides. */
export const SOJOURN: InjectionToken<SojournContext> = new InjectionToken("sojourn");

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
