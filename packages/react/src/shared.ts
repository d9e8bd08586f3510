import type { RegisteredSession, SessionStore } from "@sojourn/core";
import type * as React from "react";
import type { SessionContextValue } from "./types.ts";

type Store = SessionStore<RegisteredSession>;

/** What a nested provider adds to the session around it. */
export interface Addition {
  readonly session: RegisteredSession;
  /** The session around it, of which that was made. */
  readonly base: RegisteredSession;
}

/** Where `useSession` finds the session. */
export interface SessionSource {
  readonly client: Store;
  /** What the server has rendered, where the client was not made with it. */
  readonly rendered?: RegisteredSession | null | undefined;
  /** Which server's session it is, where a provider has made the client. */
  readonly authServer?: string | undefined;
  /** A session with more in it, shown while the client's is the one that it was made of. */
  readonly added?: Addition | undefined;
}

/** Where the auth server is, for clients that were not told. */
export interface AuthClientConfig {
  basePath: string | undefined;
  baseUrl: string | undefined;
}

interface Shared {
  readonly defaults: AuthClientConfig;
  context?: React.Context<SessionContextValue | undefined>;
  /** What is behind each value of the context. */
  readonly sources: WeakMap<SessionContextValue, SessionSource>;
  /** The clients of the page's mounted providers, the outermost first. */
  readonly outermost: Set<{ readonly client: Store }>;
  /** The client that was there last. */
  last?: Store;
}

/** Another number where what is shared takes another shape. */
const key = Symbol.for("@sojourn/react 3");
// Nothing else has this key.
const program = globalThis as { [key]?: Shared };

/**
 * What all copies of this package in one program have in common: an app that imports it and a
 * library that requires it have two, and the library's `useSession` has to find the app's provider.
 */
export const shared: Shared = (program[key] ??= {
  defaults: { basePath: undefined, baseUrl: undefined },
  sources: new WeakMap(),
  outermost: new Set(),
});
