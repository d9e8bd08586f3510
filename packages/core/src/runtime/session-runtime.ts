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
import { transition } from "../session/transition.ts";
import { createEmitter, type Emitter } from "../store/create-emitter.ts";
import { createStore, type Store } from "../store/create-store.ts";
import { createPeerChannel } from "../tabs/peer-channel.ts";
import { createAlarm } from "./alarm.ts";

/** A state machine that runs: events go in, effects are carried out, listeners are told. */
export interface SessionRuntime
  extends
    Pick<Store<SessionState>, "get" | "subscribe">,
    Pick<Emitter<Emission>, "on">,
    Pick<Waiters, "until" | "untilSettled"> {
  /** Requests that may set the cookie; the next sign-in or sign-out of any tab aborts them. */
  readonly abortableRequests: Set<AbortController>;
  /** Keeps tabs, timers and listeners alive, as a subscriber does, for something that is under way. */
  hold(): Stop;
  /** Begins with another state, before anything has happened. */
  replace(state: SessionState): void;
  send(input: SessionInput): void;
}

/** Runs the machine in an environment. */
export function createSessionRuntime(options: RuntimeOptions): SessionRuntime {
  const { environment, name, initial, fetchSession, parse } = options;
  const { emit, on } = createEmitter<Emission>();
  const { get, set, notify, subscribe } = createStore(initial, (count, before) => {
    siblings.note(count - holds);
    if (!before) start();
    if (!count) linger();
  });
  const peers = createPeerChannel(environment, name, parse, hear);
  const siblings = createPageSiblings(environment, () => get().tab.id);
  const waiters = createWaiters(environment, get);
  const setAlarm = createAlarm(environment, () => send({ type: "woke" }));
  const isFirst = (): boolean => get().tab.loadingUntil === Infinity;
  const pageWatch = createPageWatch(environment, name, peers, isFirst, send);
  const reader = createReader(environment, fetchSession, name, send);
  const abortableRequests = new Set<AbortController>();
  const tools = { reader, peers, siblings, abortableRequests, emit };
  const run = createEffectRunner({ ...options, ...tools });
  let holds = 0;
  let inputs: SessionInput[] = [];
  let hasReadEnded = false;
  let cancelLinger: Stop | undefined;
  let untouched: SessionState | undefined;

  function start(): void {
    if (cancelLinger) {
      cancelLinger();
      cancelLinger = undefined;
      // What was due meanwhile has waited for somebody to look.
      send({ type: "woke" });
    } else if (!pageWatch.isOpen()) {
      pageWatch.open();
      untouched = get();
    }
  }

  function stop(): void {
    cancelLinger = undefined;
    siblings.forget();
    pageWatch.close();
  }

  function linger(): void {
    // Nothing has happened since: there is nothing to keep, and thousands may come and go.
    if (get() === untouched) return stop();
    cancelLinger = environment.schedule(stop, LINGER_MS);
    // What is under way may end; nothing is begun for which nobody has asked.
    setAlarm(Infinity);
  }

  function hold(): Stop {
    holds += 1;
    const leave = subscribe(() => {});
    return () => {
      holds -= 1;
      leave();
    };
  }

  function hear(input: SessionInput): void {
    if (input.type !== "messageReceived" || !siblings.isLeft(input.announcement.tab)) send(input);
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
    setAlarm(cancelLinger ? Infinity : alarmAt(get()));
    waiters.notice(hasReadEnded);
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
    until: waiters.until,
    untilSettled: waiters.untilSettled,
  };
}
