import { BEGINNING, type Stamp } from "./stamp.ts";
import type { SessionState } from "./state.ts";

/** The read under way. A read that was invalidated does not count. */
export type Fetching = { readonly type: "idle" } | Reading;

interface Reading {
  readonly type: "reading";
  /** Tells the read from others when it ends. */
  readonly id: number;
  /** Its place in the order, which moves if the shared clock leaps. */
  readonly stamp: Stamp;
}

/** No read is under way. */
export const IDLE: Fetching = { type: "idle" };

/** Returns the `id` of the read under way, or `null` if there is none. */
export function readUnderWay({ fetching }: Pick<SessionState, "fetching">): number | null {
  return fetching.type === "reading" ? fetching.id : null;
}

/** Returns the stamp of the read under way; {@link BEGINNING} if there is none. */
export function stampUnderWay({ fetching }: Pick<SessionState, "fetching">): Stamp {
  return fetching.type === "reading" ? fetching.stamp : BEGINNING;
}
