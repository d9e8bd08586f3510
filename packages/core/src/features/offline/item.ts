import { parseJson } from "../../json.ts";
import type { SessionBase } from "../../types/session.ts";

/** What is kept of a session. Times are milliseconds since the epoch, by the device's clock. */
export interface KeptItem {
  /** The version of the app that has kept it. */
  readonly version: string;
  /** The revision of that time. Each mutation of any tab changes it. */
  readonly revision: string;
  readonly storedAt: number;
  readonly endsAt: number;
  /** The server session, with its newest `expires`. */
  readonly session: SessionBase;
}

/** What an item has to agree with. */
export interface Expected extends Pick<KeptItem, "version"> {
  /** `null` if there is none, and `undefined` if it cannot be read. Then no item is valid. */
  readonly revision: string | null | undefined;
  readonly now: number;
}

/**
 * Whether an item may be shown: this version of the app has kept it, no mutation has come after it,
 * and it has not ended. A clock that was set back has no say about its end.
 */
export function isValid(item: KeptItem, { version, revision, now }: Expected): boolean {
  return (
    item.version === version &&
    typeof revision === "string" &&
    item.revision === revision &&
    item.storedAt <= now &&
    now < item.endsAt
  );
}

/** Parses an item; returns nothing if it is none. Anybody who can write to storage may write it. */
export function parseItem(text: unknown): KeptItem | undefined {
  const item = (typeof text === "string" && parseJson(text)) || {};
  const { storedAt, endsAt, session } = item as Partial<KeptItem>;
  const hasTimes = typeof storedAt === "number" && typeof endsAt === "number";
  const isSession = typeof session === "object" && !Array.isArray(session) && session;
  // The rest is compared, so it may be anything.
  return hasTimes && isSession ? (item as KeptItem) : undefined;
}
