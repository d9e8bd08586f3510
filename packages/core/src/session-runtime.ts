import type { Http } from "./api/http.ts";
import { fetchSession } from "./api/session.ts";
import type { Environment, Stop } from "./environment/environment.ts";
import type { SessionFetchError } from "./errors.ts";
import { createAnnouncement } from "./session/announcement.ts";
import type { Effect, Emission } from "./session/effect.ts";
import type { SessionInput } from "./session/event.ts";
import { isSettled, nextWakeAt } from "./session/refetch-policy.ts";
import type { SessionState } from "./session/state.ts";
import { transition } from "./session/transition.ts";
import { createEmitter, type Emitter } from "./store/create-emitter.ts";
import { createStore, type Store } from "./store/create-store.ts";
import { createTabLine } from "./tabs/tab-line.ts";
import { createAlarm } from "./triggers/alarm.ts";
import { watchPageCache } from "./triggers/page-cache.ts";

/** A state machine that runs: events go in, effects are carried out, listeners are told. */
export interface SessionRuntime extends Pick<Store<SessionState>, "get" | "subscribe"> {
  readonly on: Emitter<Emission>["on"];
  /** The updates under way; the next sign-in or sign-out of any tab aborts them. */
  readonly updates: Set<AbortController>;
  send(input: SessionInput): void;
  /** Resolves when no read is under way or asked for any more. */
  untilSettled(): Promise<void>;
}

/** After the last subscriber has left, all is kept running for so long: it may only be remounting. */
const LINGER_MS = 1000;
/** A lock is kept until the other tabs have heard the answer, lest one of them asks again. */
const LOCK_LINGER_MS = 30;
/** Tabs that are due at once go within this time of each other … */
const SPREAD_MS = 30;
/** … and hidden ones after the visible ones. */
const HIDDEN_DELAY_MS = 200;

/**
 * Runs the machine in an environment.
 *
 * @param name one name for all tabs that share this session
 */
export function createSessionRuntime(
  environment: Environment,
  http: Http,
  name: string,
  initial: SessionState,
): SessionRuntime {
  const { emit, on } = createEmitter<Emission>();
  const { get, set, notify, subscribe } = createStore(initial, start, linger);
  const line = createTabLine(environment, name, (announcement) => send({ type: "heard", announcement }));
  const setAlarm = createAlarm(environment, () => send({ type: "woke" }));
  const updates = new Set<AbortController>();
  const spreadMs = environment.random() * SPREAD_MS;
  let inputs: SessionInput[] = [];
  let waiters: (() => void)[] = [];
  let stops: Stop[] = [];
  let cancelLinger: Stop | undefined;
  let reads = new AbortController();

  function start(): void {
    cancelLinger?.();
    if (stops.length) return;
    line.open();
    stops = [
      line.close,
      environment.onVisible(() => send({ type: "focused" })),
      environment.onOnline(() => send({ type: "reconnected" })),
      watchPageCache(
        environment,
        name,
        () => {
          send({ type: "stopped" });
          // A message to a page in the back/forward cache would throw it out.
          line.close();
        },
        (mayBeOutdated) => {
          line.open();
          send({ type: "restored", mayBeOutdated });
        },
      ),
    ];
    send({ type: "started" });
  }

  function linger(): void {
    cancelLinger = environment.schedule(() => {
      send({ type: "stopped" });
      for (const stop of stops) stop();
      stops = [];
    }, LINGER_MS);
  }

  function send(input: SessionInput): void {
    // What a listener sends has its turn when the event that it heard of is done with.
    if (inputs.push(input) > 1) return;
    for (const next of inputs) step(next);
    inputs = [];
    const state = get();
    const delayMs = state.session ? spreadMs + (environment.isVisible() ? 0 : HIDDEN_DELAY_MS) : 0;
    setAlarm(nextWakeAt(state) - state.skewMs + delayMs);
    if (!isSettled(state)) return;
    for (const resolve of waiters) resolve();
    waiters = [];
  }

  function step(input: SessionInput): void {
    const [state, effects] = transition(get(), {
      ...input,
      now: environment.now(),
      random: environment.random(),
      isOnline: environment.isOnline(),
    });
    set(state);
    for (const effect of effects) run(effect);
    notify();
  }

  function run(effect: Effect): void {
    switch (effect[0]) {
      case "read":
        void read(effect[1], effect[2]);
        break;
      case "abort":
        reads.abort();
        if (effect[1]) for (const controller of updates) controller.abort();
        break;
      case "announce":
        line.announce(createAnnouncement(effect[1], get()));
        break;
      default:
        emit(...effect);
    }
  }

  async function read(reading: number, isForced: boolean): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    reads = controller;
    const release = isForced ? () => {} : await environment.tryLock(name);
    if (!release) return send({ type: "lockDenied", reading });
    // A page in the back/forward cache must not hold a lock.
    signal.addEventListener("abort", release);
    try {
      if (!signal.aborted) {
        send({ type: "answered", reading, ...(await fetchSession(http, controller)) });
      }
    } catch (error) {
      // `fetchSession` throws nothing else.
      send({ type: "failed", reading, error: error as SessionFetchError });
    }
    environment.schedule(release, LOCK_LINGER_MS);
  }

  return {
    get,
    subscribe,
    on,
    updates,
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
