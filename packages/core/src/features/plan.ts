import { toPlain, type Plain } from "../client/inspect/plain.ts";
import { dueAt, isPaused, nextReadAt, nextWakeAt } from "../session/refetch-policy.ts";
import { createSnapshotReader } from "../session/snapshot.ts";
import { scheduledAt, type ReadReason } from "../session/state/next-read.ts";
import type { SessionState } from "../session/state/state.ts";
import { isUnobserved } from "../session/state/tab.ts";
import type { SessionBase, SessionSnapshot } from "../types/session.ts";

export { identifiersOf } from "../session/identity.ts";
export type { ReadReason } from "../session/state/next-read.ts";

/** A state as `createInspector` shows it. */
export interface InspectedState extends Plain<SessionState> {}

/** Why a read is planned: it is scheduled, forced, a poll, or due because the session expires. */
export type PlannedReason = ReadReason | "forced" | "poll" | "expiry";

/** A read that starts at a time, if nothing comes between. */
export interface PlannedRead {
  readonly type: "read";
  /** Milliseconds by the clock that all tabs share. The alarms of the tabs are staggered after it. */
  readonly at: number;
  readonly reason: PlannedReason;
  /**
   * What holds it up until then: a peer mutation, or the limit of the reads that peers cause. `null`
   * if nothing does.
   */
  readonly heldUpBy: "peerMutation" | "peerReads" | null;
}

/** Reads that start at no time, because they wait for something else. */
export interface HeldUpRead {
  readonly type: "heldUp";
  readonly at: null;
  /**
   * "unobserved": there is no subscriber. "lingering": the last one has left. "reading": a read is
   * under way. "mutating": a mutation of this tab is. "offline": polls and retries pause.
   */
  readonly by: "unobserved" | "lingering" | "reading" | "mutating" | "offline";
  /** Why the read that waits for it is due; `null` if none is. */
  readonly reason: PlannedReason | null;
}

/** Something that ends at a time, whatever the server does. */
export interface PlannedEnd {
  readonly type: "end";
  /** For a session, when it expires by a server's clock. After that, when it ends without an answer. */
  readonly at: number;
  readonly of: "loading" | "session";
}

/** Something that a client does next by itself, or what holds it up. */
export type Planned = PlannedRead | HeldUpRead | PlannedEnd;

/** Takes a state as the machine has it. As data it differs only in the fields of its error. */
function toMachine(state: InspectedState): SessionState {
  return state as SessionState;
}

/** Returns why the next read is due, whatever holds it up; `null` if none is due at any time. */
function reasonOf(state: SessionState): PlannedReason | null {
  const { schedule } = state.nextRead;
  const at = dueAt(state);
  if (at === Infinity) return null;
  if (at === scheduledAt(schedule, state.clock.now)) return schedule.reason ?? "forced";
  return at === state.expiry.at ? "expiry" : "poll";
}

/** Returns what the reads of this tab wait for, apart from a time. */
function holderOf({ tab, fetching, mutations }: SessionState): HeldUpRead["by"] | undefined {
  if (isUnobserved({ tab })) return "unobserved";
  if (tab.isLingering) return "lingering";
  if (fetching.type === "reading") return "reading";
  return mutations.pending ? "mutating" : undefined;
}

function heldUp(by: HeldUpRead["by"], reason: PlannedReason | null): HeldUpRead {
  return { type: "heldUp", at: null, by, reason };
}

function plannedRead(state: SessionState): PlannedRead | undefined {
  const [at, unlimitedAt] = [nextReadAt(state), Math.max(dueAt(state), state.clock.now)];
  if (at === Infinity) return undefined;
  // If nothing is due until then, the end of the peer mutation is itself a reason.
  const reason = (unlimitedAt <= at && reasonOf(state)) || "peer";
  if (state.peers.mutations.length) return { type: "read", at, reason, heldUpBy: "peerMutation" };
  return { type: "read", at, reason, heldUpBy: at > unlimitedAt ? "peerReads" : null };
}

/** Returns the poll or retry that would come earlier if the device were online. */
function pausedRead(state: SessionState): HeldUpRead | undefined {
  if (!isPaused(state)) return undefined;
  const online = { ...state, tab: { ...state.tab, isOnline: true } };
  return dueAt(online) < dueAt(state) ? heldUp("offline", reasonOf(online)) : undefined;
}

function plannedEnd(state: SessionState): PlannedEnd | undefined {
  // A mutation holds up all reads, so only an end is left for which the client would wake.
  const at = nextWakeAt({ ...state, mutations: { ...state.mutations, pending: 1 } });
  if (at === Infinity) return undefined;
  return { type: "end", at, of: at === state.tab.loadingUntil ? "loading" : "session" };
}

/**
 * Returns what a client does next by itself in a state: its next read, or what holds reads up, and
 * the next end. It is empty if nothing is planned. For devtools, with the states of
 * `createInspector`.
 *
 * @example
 * const inspect = createInspector(({ state }) => console.log(planOf(state)));
 * const client = createSessionClient({ inspect });
 */
export function planOf(state: InspectedState): Planned[] {
  const machine = toMachine(state);
  const by = holderOf(machine);
  // Until its answer, the read under way is still due.
  const isDue = by !== "reading" && dueAt(machine) <= machine.clock.now;
  const reads = by
    ? [heldUp(by, isDue ? reasonOf(machine) : null)]
    : [plannedRead(machine), pausedRead(machine)];
  return [...reads, plannedEnd(machine)].filter((it) => !!it);
}

/**
 * Returns the snapshot that a client shows in a state, as data. For devtools, with the states of
 * `createInspector`.
 *
 * @example
 * const inspect = createInspector(({ state }) => console.log(snapshotOf(state).status));
 * const client = createSessionClient({ inspect });
 */
export function snapshotOf(state: InspectedState): Plain<SessionSnapshot<SessionBase>> {
  return toPlain(createSnapshotReader()<SessionBase, false>(toMachine(state)));
}
