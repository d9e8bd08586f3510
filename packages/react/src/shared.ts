import type { RegisteredSession, SessionStore } from "@sojourn/core";
import type * as React from "react";
import type { SessionContextValue } from "./types.ts";

type Store = SessionStore<RegisteredSession>;

/** What a nested provider adds to the outer provider's session. */
export interface Addition {
  readonly session: RegisteredSession;
  /** The outer session that `session` has extended. */
  readonly base: RegisteredSession;
}

/** The source from which `useSession` gets the session. */
export interface SessionSource {
  readonly client: Store;
  /** The rendered session, if the client was created without it. */
  readonly rendered?: RegisteredSession | null | undefined;
  /** Identifies the auth server, if the provider has created the client. */
  readonly authServer?: string | undefined;
  /** A session with more fields. It is shown while the client's session is its `base`. */
  readonly added?: Addition | undefined;
}

/** The address of the auth server, for clients without one. */
export interface AuthClientConfig {
  basePath: string | undefined;
  baseUrl: string | undefined;
}

interface Shared {
  readonly defaults: AuthClientConfig;
  context?: React.Context<SessionContextValue | undefined>;
  /** That of the entry `streaming`. */
  stream?: React.Context<PromiseLike<RegisteredSession | null | undefined> | undefined>;
  /** The source of each value of the context. */
  readonly sources: WeakMap<SessionContextValue, SessionSource>;
  /**
   * The clients of the page's outermost mounted providers, in the order in which these were
   * mounted.
   */
  readonly outermost: Set<{ readonly client: Store }>;
  /** The client that was registered last. */
  last?: Store;
}

/** The number changes with the shape of what is shared. */
const key = Symbol.for("@sojourn/react 3");
// No other code uses this key.
const program = globalThis as { [key]?: Shared };

/**
 * What all copies of this package in one program share. There are two copies if an app imports the
 * package and a library requires it, and the library's `useSession` has to find the app's provider.
 */
export const shared: Shared = (program[key] ??= {
  defaults: { basePath: undefined, baseUrl: undefined },
  sources: new WeakMap(),
  outermost: new Set(),
});
