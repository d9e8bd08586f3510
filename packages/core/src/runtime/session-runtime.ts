import { LINGER_MS } from "../durations.ts";
import type { Stop } from "../environment/environment.ts";
import { createReader } from "./create-reader.ts";
import { createEffectRunner } from "./effect-runner.ts";
import { createPageSiblings } from "./page-siblings.ts";
import { createPageWatch } from "./page-watch.ts";
import { createWaiters, type Waiters } from "./waiters.ts";
import type { RuntimeOptions } from "./runtime-options.ts";
import type { Emission } from "../session/effect.ts";
import type { SessionInput } from "../session/event.ts";
import { alarmAt } from "../session/refetch-policy.ts";
import { readUnderWay } from "../session/state/fetching.ts";
import type { SessionState } from "../session/state/state.ts";
import { isNeverShown } from "../session/state/tab.ts";
import { transition } from "../session/transition.ts";
import { createEmitter, type Emitter } from "../store/create-emitter.ts";
import { createStore, type Store } from "../store/create-store.ts";
import { createPeerChannel } from "../tabs/peer-channel.ts";
import { createAlarm } from "./alarm.ts";

/** The running machine: it takes events, carries out effects, and calls listeners. */
export interface SessionRuntime
  extends
    Pick<Store<SessionState>, "get" | "subscribe">,
    Pick<Emitter<Emission>, "on">,
    Pick<Waiters, "until" | "untilSettled"> {
  /** See `SessionPort`. */
  readonly abortableRequests: Set<AbortController>;
  /** Keeps tabs, timers and listeners alive like a subscriber, for work that is under way. */
  hold(): Stop;
  /** Replaces the state between two events. Subscribers are notified at the next event. */
  replace(state: SessionState): void;
  send(input: SessionInput): void;
}

/** Runs the machine in an environment. */
export function createSessionRuntime(options: RuntimeOptions): SessionRuntime {
  const { environment, name, initial, fetchSession, parse } = options;
  const { emit, on } = createEmitter<Emission>();
  const { get, set, notify, subscribe } = createStore(initial, (count, before) => {
    siblings.note(count - holds);
    if (!before) startWatching();
    if (!count) startLingering();
  });
  const peers = createPeerChannel(environment, name, parse, receiveInput);
  const siblings = createPageSiblings(environment, () => get().tab.id);
  const waiters = createWaiters(environment, get);
  const setAlarm = createAlarm(environment, () => send({ type: "woke" }));
  const isFirst = (): boolean => isNeverShown(get());
  const pageWatch = createPageWatch(environment, name, peers, isFirst, send);
  const reader = createReader(environment, fetchSession, name, send);
  const abortableRequests = new Set<AbortController>();
  const run = createEffectRunner({ ...options, reader, peers, siblings, abortableRequests, emit });
  let holds = 0;
  let inputs: SessionInput[] = [];
  let hasReadEnded = false;
  let cancelLinger: Stop | undefined;
  let untouched: SessionState | undefined;

  function startWatching(): void {
    if (cancelLinger) {
      cancelLinger();
      cancelLinger = undefined;
      send({ type: "returned" });
    } else if (!pageWatch.isOpen()) {
      pageWatch.open();
      untouched = get();
    }
  }

  function stopWatching(): void {
    cancelLinger = undefined;
    siblings.forget();
    pageWatch.close();
  }

  function startLingering(): void {
    // Nothing has happened since the start, so there is nothing to keep. A page may mount and unmount
    // thousands of clients.
    if (get() === untouched) return stopWatching();
    cancelLinger = environment.schedule(stopWatching, LINGER_MS);
    send({ type: "lingered" });
  }

  function hold(): Stop {
    holds += 1;
    const leave = subscribe(() => {});
    return () => {
      holds -= 1;
      leave();
    };
  }

  function receiveInput(input: SessionInput): void {
    if (input.type !== "messageReceived" || !siblings.isAbandoned(input.announcement.tab))
      send(input);
  }

  function send(input: SessionInput): void {
    // An event that a listener sends is handled after the event that has called the listener.
    if (inputs.push(input) > 1) return;
    hasReadEnded = false;
    try {
      for (const next of inputs) step(next);
    } finally {
      inputs = [];
    }
    setAlarm(alarmAt(get()));
    waiters.check(hasReadEnded);
  }

  function step(input: SessionInput): void {
    const reading = readUnderWay(get());
    const [state, effects] = (options.inspect?.(transition) ?? transition)(get(), {
      ...input,
      now: environment.now(),
      random: environment.random(),
      isOnline: environment.isOnline(),
      isVisible: environment.isVisible(),
    });
    hasReadEnded ||= reading !== null && readUnderWay(state) !== reading;
    set(state);
    for (const effect of effects) run(effect);
    notify();
  }

  return {
    get,
    replace: set,
    subscribe,
    hold,
    on,
    abortableRequests,
    send,
    ...waiters,
  };
}
