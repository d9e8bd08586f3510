import type { MemoryTab } from "../../src/environment/memory.ts";
import type { SessionClient, SessionSnapshot } from "../../src/index.ts";
import type { Person } from "./server/people.ts";
import type { Claims } from "./server/session-strategy.ts";
import type { Alive, Said } from "./watched-environment.ts";

/** A session as the model server sends it. */
export interface ModelSession {
  user: Person;
  nickname: string;
  expires: string;
}

/** What a page shows at a moment. */
export interface Shown {
  readonly status: SessionSnapshot<ModelSession>["status"];
  readonly session: ModelSession | undefined;
  readonly error: string | undefined;
  /** Milliseconds since the start of the run. */
  readonly at: number;
}

/** A call of the client's that was begun, and how it ended. */
export interface Call {
  readonly name: string;
  /** Milliseconds since the start of the run. */
  readonly startedAt: number;
  outcome?: "resolved" | "rejected";
  error?: unknown;
  endedAt?: number;
}

/** What a page has its laws told of. */
export interface PageWatcher {
  onShown(page: Page, before: Shown, after: Shown): void;
  onUserChanged(page: Page, session: ModelSession, previous: ModelSession): void;
  /** Called at every look, with the snapshot of an observer that never reads `expires`. */
  onLook(page: Page, snapshot: SessionSnapshot<ModelSession>): void;
  /** Called in place of these two at every look of a page that nobody sees yet. */
  onPrepared(page: Page, shown: Shown): void;
  /** A prerendered page is about to be shown. */
  onActivate(page: Page): void;
  /** It has gone into the page cache, and has come back: nothing of it has run since. */
  onAway(page: Page): void;
  onBack(page: Page): void;
  /** It is about to be left for another address. */
  onNavigated(page: Page): void;
}

/** A page in a tab, and somebody who looks at it. */
export interface Page {
  readonly number: number;
  readonly tab: MemoryTab;
  readonly client: SessionClient<ModelSession>;
  readonly alive: Readonly<Alive>;
  readonly said: Readonly<Said>;
  readonly channelNames: ReadonlySet<string>;
  readonly calls: readonly Call[];
  /** The session that it streams; `undefined` if it streams none. */
  readonly rendered: ModelSession | null | undefined;
  readonly state: "running" | "frozen" | "cached" | "gone";
  /** Whether the browser has only prepared it, and nobody sees it yet. */
  readonly isPrerendering: boolean;
  /** How often it was told that it needs a session and has none; prerendered pages do need one. */
  readonly sentAway: number;
  /** Whether somebody subscribes. */
  readonly isObserved: boolean;
  /** When one of these three last became another. */
  readonly changedAt: number;
  readonly shown: Shown;
  /** Whether it was ever frozen, in the page cache or elsewhere. */
  readonly wasFrozen: boolean;
  observe(): void;
  unobserve(): void;
  freeze(): void;
  /** Goes into the page cache, where browsers freeze pages. */
  leave(): void;
  /** Runs again, from wherever it is. */
  wake(): void;
  /** What was prerendered is shown. */
  activate(): void;
  /** It is gone, at once. */
  crash(): void;
  look(): void;
  call(name: string, promise: Promise<unknown>): void;
}

/** Whose session is shown, or how far the page is from showing one. */
export function describeShown({ status, session, error }: Shown): string {
  const who = session
    ? session.user.name + session.nickname
    : status === "loading"
      ? "…"
      : "nobody";
  return error ? `${who} (${error})` : who;
}

/** The same of what the server says. */
export function describeTruth(claims: Claims | undefined): string {
  return claims ? claims.person.name + claims.nickname : "nobody";
}
