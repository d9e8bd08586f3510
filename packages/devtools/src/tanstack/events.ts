import type { SessionStatus } from "@sojourn/core";

/**
 * The events of the event client "sojourn". None contains session data, because TanStack's event bus
 * also sends them to the development server.
 */
// An interface would not do where TanStack asks for a record.
export type SojournEvents = {
  /** A client has made a step. */
  step: {
    /** Where the client's auth server is. */
    readonly client: string;
    readonly at: number;
    readonly event: string;
    readonly status: SessionStatus;
    readonly effects: readonly string[];
    /** The paths of what has changed in the state. */
    readonly changed: readonly string[];
  };
  /** A command: all clients read their session. */
  "read-now": undefined;
  /** A command: each client fails its next read. */
  "fail-next-read": undefined;
};
