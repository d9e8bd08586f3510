import { TABS } from "../model/story.ts";
import type { Entry, Lane, Shown, TabState } from "../model/timeline.ts";

/** The lanes, from top to bottom. */
export const LANES: readonly Lane[] = [...TABS, "server"];

/** Entries of one lane that are closer than this are one mark. */
const MARK_MS = 200;

const ROOM_MS = 500;

/** For how long a lane was in one state, and what that was. `to` is `null` until it ends. */
export interface Band {
  readonly from: number;
  to: number | null;
  readonly text: string;
  readonly look: Shown["status"] | TabState | "failing";
}

/** Entries of one lane at nearly the same time. */
export interface Mark {
  readonly at: number;
  readonly entries: Entry[];
}

/** One lane, as it is drawn. */
export interface LaneView {
  readonly lane: Lane;
  readonly name: string;
  readonly bands: readonly Band[];
  readonly marks: readonly Mark[];
}

/** Returns what a lane is called. */
export function nameOf(lane: Lane): string {
  return lane === "server" ? "Server" : `Tab ${lane}`;
}

/** Arranges the entries in lanes. Marks before `since` are left out; bands are not. */
export function toLanes(entries: readonly Entry[], since = 0): LaneView[] {
  return LANES.map((lane) => {
    const own = entries.filter((it) => it.lane === lane);
    return {
      lane,
      name: nameOf(lane),
      bands: toBands(own),
      marks: toMarks(own.filter(({ at }) => at >= since)),
    };
  });
}

/** Whether a band is long enough to write in it. */
export function hasRoom({ from, to }: Band): boolean {
  return to === null || to - from > ROOM_MS;
}

function toBands(entries: readonly Entry[]): Band[] {
  const bands: Band[] = [];
  let shown: Pick<Band, "text" | "look"> = { text: "", look: "loading" };
  let state: TabState = "shown";

  function begin(from: number, next: Pick<Band, "text" | "look">): void {
    const last = bands.at(-1);
    if (last?.text === next.text && last.look === next.look) return;
    if (last) last.to = from;
    if (last?.from === from) bands.pop();
    bands.push({ from, to: null, ...next });
  }

  for (const entry of entries) {
    if (entry.kind === "tab") state = entry.state;
    else if (entry.kind === "shown") {
      const { status, name, error } = entry.shown;
      const who = status === "loading" ? "loading" : (name ?? "signed out");
      shown = { text: error ? `${who} (${error})` : who, look: status };
    } else if (entry.kind === "truth") {
      const look = entry.isSignedIn ? "authenticated" : "unauthenticated";
      shown = { text: entry.text, look: entry.isWell ? look : "failing" };
    } else continue;
    const isRunning = state === "shown" || state === "hidden";
    begin(entry.at, isRunning ? shown : { text: state, look: state });
  }
  return bands;
}

function toMarks(entries: readonly Entry[]): Mark[] {
  const marks: Mark[] = [];
  for (const entry of entries) {
    const last = marks.at(-1);
    if (last && entry.at - last.at < MARK_MS) last.entries.push(entry);
    else marks.push({ at: entry.at, entries: [entry] });
  }
  return marks;
}

/** Which kind of entry a mark looks like: what a user does stands out most. */
const looks = [
  "action",
  "failure",
  "shown",
  "truth",
  "tab",
  "request",
  "message",
  "event",
] as const;

/** Returns how a mark is drawn. */
export function lookOf({ entries }: Mark): (typeof looks)[number] {
  const kinds = new Set<string>(
    entries.map((it) => (it.kind === "response" && it.isFailure ? "failure" : it.kind)),
  );
  return looks.find((it) => kinds.has(it)) ?? "event";
}

const MOST_TEXTS = 4;

/** Says in one line what a mark is about, for screen readers. */
export function describeMark({ at, entries }: Mark): string {
  const texts = entries.map((it) => (it.kind === "tab" ? `The tab is ${it.state}` : it.text));
  const more = texts.length - MOST_TEXTS;
  const list = texts.slice(0, MOST_TEXTS).join("; ");
  return `${(at / 1000).toFixed(1)} s: ${list}${more > 0 ? `; and ${more} more` : ""}`;
}
