import type { Stamp } from "./stamp.ts";
import type { SessionState } from "./state.ts";

/** The read under way. One that is worthless by now is none. */
export type Fetching =
  | { readonly type: "idle" }
  | { readonly type: "reading"; readonly stamp: Stamp };

/** No read is under way. */
export const IDLE: Fetching = { type: "idle" };

/** The place of the read under way, or `null` where there is none. */
export function readUnderWay({ fetching }: Pick<SessionState, "fetching">): Stamp | null {
  return fetching.type === "reading" ? fetching.stamp : null;
}
