import type { Stamp } from "./stamp.ts";
import type { SessionState } from "./state.ts";

/** The read under way. A read that was invalidated does not count. */
export type Fetching =
  | { readonly type: "idle" }
  | { readonly type: "reading"; readonly stamp: Stamp };

/** No read is under way. */
export const IDLE: Fetching = { type: "idle" };

/** Returns the stamp of the read under way, or `null` if there is none. */
export function readUnderWay({ fetching }: Pick<SessionState, "fetching">): Stamp | null {
  return fetching.type === "reading" ? fetching.stamp : null;
}
