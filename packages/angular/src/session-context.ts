import { inject, InjectionToken } from "@angular/core";
import type { RegisteredSession, SessionClient } from "@sojourn/core";
import type { SojournContext } from "./types.ts";

/** What `provideSojourn` provides. */
export const SOJOURN: InjectionToken<SojournContext> = new InjectionToken("sojourn");

/** The read of the request's session, on a server. It ends once the session is in the page. */
export const SERVER_READ: InjectionToken<Promise<void>> = new InjectionToken("sojourn read");

/** Returns what `provideSojourn` provides. @throws Error without it */
export function injectSojourn(): SojournContext {
  const context = inject(SOJOURN, { optional: true });
  if (context) return context;
  throw new Error("Add provideSojourn() to the app's providers");
}

/**
 * Returns the client of the app, with all of `@sojourn/core`: events, `getSession`, `hydrate` …
 *
 * @throws Error without `provideSojourn`, and outside of an injection context
 */
export function injectSessionClient(): SessionClient<RegisteredSession> {
  return injectSojourn().client;
}
