import { portsOf } from "../../mutations/ports.ts";
import { isSignedOut, statusOf } from "../../session/snapshot.ts";
import { isFromServer } from "../../session/state/cache.ts";
import { isPeerAuthenticating } from "../../session/state/peers.ts";
import type { SessionStore } from "../../types/client.ts";
import { isOpen, OVER, RUNNING, SIGNED_OUT, TIMED_OUT } from "./idle-record.ts";
import type { SharedRecord } from "./shared-record.ts";

/** Follows who is signed in, and keeps the shared record in step with it. */
export interface SignInWatch {
  /** Starts to follow. The result ends it. */
  start(): () => void;
  /** Whether a user is signed in here, as far as this page knows. */
  isIn(): boolean;
  /**
   * Whether the client shows a session now, and does not only wait for an answer about it, or for a
   * sign-in of another tab.
   */
  isShown(): boolean;
  /** Whether the record of this sign-in is known. */
  hasBegun(): boolean;
  /** Takes the record of another tab, if there is one of this sign-in. */
  takeRecord(): void;
  /** Takes the record of this sign-in, or starts one if no tab has. */
  begin(): void;
  /** Whether the timer has signed out the last user. */
  hasTimedOut(): boolean;
}

/**
 * Creates a watch.
 *
 * @param onEnter called when a user is signed in, before `begin`
 * @param onLeave called when nobody is signed in any more
 * @param onChange called after each change of the session
 */
export function createSignInWatch<S>(
  store: SessionStore<S>,
  shared: SharedRecord,
  onEnter: () => void,
  onLeave: () => void,
  onChange: () => void,
): SignInWatch {
  const getState = () => portsOf(store).session.get();
  let isIn = false;
  let isSettled = false;
  let hasTimedOut = false;
  // The sign-in that this page has seen last.
  let known: number | undefined;

  function startRecord(): void {
    const { since } = shared.get();
    const now = shared.now();
    const isNew = { since: Math.max(now, since + 1), activeAt: now };
    shared.update({ ...isNew, phase: RUNNING, attempt: 0, dueAt: 0 });
  }

  function takeRecord(): void {
    if (!isOpen(shared.get())) return;
    // Two tabs may have started records for the same sign-in. A page that has slept does not know
    // which sign-in the record is of.
    if (known === undefined || shared.isAwake()) known = shared.get().since;
  }

  function begin(): void {
    shared.refresh();
    if (!isOpen(shared.get())) startRecord();
    known = shared.get().since;
  }

  /**
   * A sign-in of another user is a sign of a person, unless another tab has noted it already, or
   * this page has slept and learns of it late.
   */
  function changeUser(): void {
    if (known === undefined) return;
    const isNews = shared.isAwake();
    shared.refresh();
    if (isNews && shared.get().since === known) startRecord();
    known = shared.get().since;
    onChange();
  }

  /** Notes that the sign-in has ended. A tab that learns of it late leaves the next one alone. */
  function settle(): void {
    isSettled = true;
    shared.refresh();
    const { since, phase } = shared.get();
    hasTimedOut = phase >= OVER;
    if (known !== undefined && known !== since) return;
    known = undefined;
    if (phase === RUNNING) shared.update({ phase: SIGNED_OUT });
    if (phase === OVER) shared.update({ phase: TIMED_OUT });
  }

  function followSession(): void {
    const state = getState();
    const status = statusOf(state);
    if (status === "loading") return;
    if (isIn !== (status === "authenticated")) {
      isIn = !isIn;
      isSettled = false;
      if (isIn) {
        hasTimedOut = false;
        known = undefined;
        onEnter();
      } else onLeave();
    }
    // A page that was rendered without a session may be outdated.
    if (!isIn && !isSettled && isSignedOut(state) && isFromServer(state)) settle();
    onChange();
  }

  return {
    start() {
      // Throws if this is no store, before anything is started.
      getState();
      const stops = [store.subscribe(followSession), store.on("userChanged", changeUser)];
      followSession();
      return () => {
        for (const stop of stops) stop();
        if (isIn) onLeave();
        isIn = false;
        isSettled = false;
        known = undefined;
      };
    },
    isIn: () => isIn,
    isShown: () => statusOf(getState()) === "authenticated" && !isPeerAuthenticating(getState()),
    hasBegun: () => known !== undefined,
    takeRecord,
    begin,
    hasTimedOut: () => hasTimedOut,
  };
}
