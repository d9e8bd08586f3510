import type { RefetchOptions } from "../../types/options.ts";
import type { SessionBase } from "../../types/session.ts";
import type { Identify } from "../identity.ts";
import { renderedCache, type Cache } from "./cache.ts";
import { STOPPED_CLOCK, type Clock } from "./clock.ts";
import { renderedExpiry, type Expiry } from "./expiry.ts";
import { NO_FAILURE, type Failure } from "./failure.ts";
import { IDLE, type Fetching } from "./fetching.ts";
import { NO_HANDOVER, type Handover } from "./handover.ts";
import { NO_MUTATIONS, type Mutations } from "./mutations.ts";
import { NO_READ, type NextRead } from "./next-read.ts";
import { NO_PEERS, type Peers } from "./peers.ts";
import { NEW_TAB, type Tab } from "./tab.ts";

/** All that the client knows. Each part has its own file. */
export interface SessionState {
  readonly options: RefetchOptions & { timeoutMs: number; identify?: Identify | undefined };
  readonly clock: Clock;
  readonly tab: Tab;
  readonly cache: Cache;
  readonly expiry: Expiry;
  readonly fetching: Fetching;
  readonly nextRead: NextRead;
  readonly failure: Failure;
  readonly mutations: Mutations;
  readonly peers: Peers;
  readonly handover: Handover;
}

/**
 * Returns the state before the first event. It holds only what the page was rendered with. It reads
 * no clock, so that rendering reads none.
 */
export function createSessionState(
  options: SessionState["options"],
  session?: SessionBase | null,
): SessionState {
  return {
    options,
    clock: STOPPED_CLOCK,
    tab: NEW_TAB,
    cache: renderedCache(session),
    expiry: renderedExpiry(session),
    fetching: IDLE,
    nextRead: NO_READ,
    failure: NO_FAILURE,
    mutations: NO_MUTATIONS,
    peers: NO_PEERS,
    handover: NO_HANDOVER,
  };
}
