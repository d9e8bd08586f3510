import type { Backend } from "./backend.ts";
import type { Timeline } from "./timeline.ts";

/** One person's browser, as a policy sees it. The first tab is the one that is looked at. */
export interface UserWorld {
  /** When each of the tabs is opened, in milliseconds. */
  opensAtMs: readonly number[];
  pollMs: number;
  timeline: Timeline;
  backend: Backend;
  random(): number;
}

/** A person who uses a client. */
export interface User {
  /** Whether one of the tabs says that nobody is signed in. */
  isSignedOut(): boolean;
  /** Whether the client waits for promises: see `Timeline`. Models do not. */
  readonly usesPromises?: boolean;
}

/** What a client does, with one person's tabs. It starts at once, and goes on for ever. */
export type Policy = (world: UserWorld) => User;
