import type { TabNumber } from "./story.ts";

/** Where something happens: in a tab, at the server, or on the device as a whole. */
export type Lane = TabNumber | "server";

/** What a tab is, to its user. */
export type TabState = "shown" | "hidden" | "frozen" | "away" | "closed";

/** What an app shows of the session. */
export interface Shown {
  readonly status: "loading" | "authenticated" | "unauthenticated";
  /** The user's name. */
  readonly name: string | null;
  /** Why the session could not be read. */
  readonly error: string | null;
}

/** One field of a state that an event has changed, as text. */
export interface Change {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What can be in the timeline, by its kind. */
export type Happening =
  /** The user, the browser or the server does something. */
  | { readonly kind: "action"; readonly text: string }
  /** The tab is hidden, frozen … */
  | { readonly kind: "tab"; readonly state: TabState }
  /** The app shows something else. */
  | { readonly kind: "shown"; readonly shown: Shown; readonly text: string }
  /** The server has another user signed in, or answers in another way. */
  | {
      readonly kind: "truth";
      readonly text: string;
      readonly isSignedIn: boolean;
      readonly isWell: boolean;
    }
  /** A request is sent; the server acts on it; it has ended. */
  | { readonly kind: "request"; readonly exchange: number; readonly text: string }
  | { readonly kind: "acted"; readonly exchange: number; readonly text: string }
  | {
      readonly kind: "response";
      readonly exchange: number;
      readonly text: string;
      readonly isFailure: boolean;
    }
  /** A tab posts a message to others. */
  | { readonly kind: "message"; readonly to: readonly TabNumber[]; readonly text: string }
  /** The client takes an event, which changes its state and has effects. */
  | {
      readonly kind: "event";
      readonly name: string;
      readonly text: string;
      readonly changes: readonly Change[];
      readonly effects: readonly string[];
    };

/** One entry of the timeline. `at` is in milliseconds since the start. */
export type Entry = { readonly at: number; readonly lane: Lane } & Happening;

/** What has happened, in order. */
export interface Timeline {
  readonly entries: readonly Entry[];
  add(lane: Lane, happening: Happening): void;
}

/** @param now returns the milliseconds since the start */
export function createTimeline(now: () => number): Timeline {
  const entries: Entry[] = [];
  return {
    entries,
    add: (lane, happening) => void entries.push({ at: now(), lane, ...happening }),
  };
}

/** Says in a few words what an app shows. */
export function describeShown({ status, name, error }: Shown): string {
  const who = status === "loading" ? "loading" : (name ?? "signed out");
  return error ? `${who}, and an error: ${error}` : who;
}
