import type { Environment, Stop } from "./environment/environment.ts";
import type { FetchSession } from "./api/session.ts";
import { createReader } from "./create-reader.ts";
import { createPageWatch } from "./page-watch.ts";
import { createAnnouncement, type AnnouncementType } from "./session/announcement.ts";
import type { Effect, Emission } from "./session/effect.ts";
import type { SessionInput } from "./session/event.ts";
import { isSettled, nextWakeAt } from "./session/refetch-policy.ts";
import { copyStructure } from "./session/share-structure.ts";
import type { SessionState } from "./session/state.ts";
import { transition } from "./session/transition.ts";
import { createEmitter, type Emitter } from "./store/create-emitter.ts";
import { createStore, type Store } from "./store/create-store.ts";
import { createTabLine, type ParsePeerSession } from "./tabs/tab-line.ts";
import { createAlarm } from "./triggers/alarm.ts";
import { createCourtesy } from "./triggers/courtesy.ts";

/** A state machine that runs: events go in, effects are carried out, listeners are told. */
export interface SessionRuntime
  extends Pick<Store<SessionState>, "get" | "subscribe">, Pick<Emitter<Emission>, "on"> {
  /** Requests that may set the cookie; the next sign-in or sign-out of any tab aborts them. */
  readonly renewals: Set<AbortController>;
  send(input: SessionInput): void;
  /** Resolves when no read is under way or asked for any more. */
  untilSettled(): Promise<void>;
}

/** After the last subscriber has left, all is kept running for so long: it may only be remounting. */
const LINGER_MS = 1000;

/**
 * Runs the machine in an environment.
 *
 * @param name one name for all tabs that share this session
 * @param parse what to make of a session that another tab has read; rejects if it does not fit
 */
export function createSessionRuntime(
  environment: Environment,
  name: string,
  initial: SessionState,
  fetchSession: FetchSession,
  parse: ParsePeerSession | undefined,
): SessionRuntime {
  const { emit, on } = createEmitter<Emission>();
  const { get, set, notify, subscribe } = createStore(initial, start, linger);
  const line = createTabLine(environment, name, parse, initial.options.identify, send);
  const setAlarm = createAlarm(environment, () => send({ type: "woke" }));
  const isFirst = (): boolean => get().loadingUntil === Infinity;
  const watch = createPageWatch(environment, name, line, isFirst, send);
  const reader = createReader(environment, fetchSession, name, send);
  const renewals = new Set<AbortController>();
  const courtesyMs = createCourtesy(environment);
  let inputs: SessionInput[] = [];
  let hasReadEnded = false;
  const waiters: (() => void)[] = [];
  let cancelLinger: Stop | undefined;
  let untouched: Readonly<SessionState> | undefined;

  function start(): void {
    if (cancelLinger) {
      cancelLinger();
      cancelLinger = undefined;
      // What was due meanwhile has waited for somebody to look.
      send({ type: "woke" });
    } else if (!watch.isOpen()) {
      watch.open();
      untouched = get();
    }
  }

  function stop(): void {
    cancelLinger = undefined;
    watch.close();
  }

  function linger(): void {
    // Nothing has happened since: there is nothing to keep, and thousands may come and go.
    if (get() === untouched) return stop();
    cancelLinger = environment.schedule(stop, LINGER_MS);
    // What is under way may end; nothing is begun for which nobody has asked.
    setAlarm(Infinity);
  }

  /**
   * After the last subscriber has left, what is known is nobody's to hand on: the next page in the
   * same window, as in a test, is to ask for itself. How a mutation ends is told all the same.
   */
  function isMute(type: AnnouncementType): boolean {
    return !!cancelLinger && /hello|answer|failure/.test(type);
  }

  function send(input: SessionInput): void {
    // What a listener sends has its turn when the event that it heard of is done with.
    if (inputs.push(input) > 1) return;
    hasReadEnded = false;
    try {
      for (const next of inputs) step(next);
    } finally {
      inputs = [];
    }
    const state = get();
    const wakeAt = cancelLinger ? Infinity : nextWakeAt(state);
    setAlarm(wakeAt - state.skewMs + (state.session ? courtesyMs() : 0));
    // A poll that is due when an answer arrives is another read, and not the one that is waited for.
    if (!isSettled(hasReadEnded ? { ...state, reading: 0 } : state)) return;
    for (const resolve of waiters.splice(0)) resolve();
  }

  function step(input: SessionInput): void {
    const { reading } = get();
    const [state, effects] = transition(get(), {
      ...input,
      now: environment.now(),
      random: environment.random(),
      isOnline: environment.isOnline(),
    });
    hasReadEnded ||= reading > 0 && state.reading !== reading;
    set(state);
    for (const effect of effects) run(effect);
    notify();
  }

  function run(effect: Effect): void {
    switch (effect[0]) {
      case "read":
        reader.read(effect);
        break;
      case "abort":
        reader.abort();
        if (effect[1]) for (const controller of renewals) controller.abort();
        break;
      case "announce":
        if (!isMute(effect[1])) line.announce(createAnnouncement(effect[1], get()));
        break;
      default:
        // Handlers may write to what they get. Each keeps the arguments that go with its name.
        emit(...(effect.map(copyStructure) as typeof effect));
    }
  }

  return {
    get,
    subscribe,
    on,
    renewals,
    send,
    async untilSettled() {
      // What a listener has sent just now has not had its turn yet.
      await Promise.resolve();
      if (isSettled(get())) return;
      await new Promise<void>((resolve) => {
        // Other tabs may sign in and out for ever; nobody waits for that.
        const cancel = environment.schedule(resolve, 2 * get().options.timeoutMs);
        waiters.push(() => resolve(cancel()));
      });
    },
  };
}
