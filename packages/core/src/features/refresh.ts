import type { Stop } from "../environment/environment.ts";
import { portsOf } from "../mutations/ports.ts";
import { isSettled } from "../session/is-settled.ts";
import { isUnknown } from "../session/state/cache.ts";
import type { SessionState } from "../session/state/state.ts";
import { shareStructure } from "../share-structure.ts";
import type { SessionStore } from "../types/client.ts";
import type { SessionBase } from "../types/session.ts";
import { createRefreshLimit, ROW_MS } from "./refresh-limit.ts";
import { toPart, type Part, type RefreshOptions } from "./refresh-part.ts";
import { runInLane } from "./run-in-lane.ts";

export type { RefreshOptions } from "./refresh-part.ts";

/** Knows for which session the server has rendered the page. */
export interface Refresher {
  /**
   * Calls `refresh` once for each change, as `refreshOnChange` does, until the returned function is
   * called. If it is started again later, it also notices a change that came meanwhile.
   */
  start(refresh: () => unknown): Stop;
}

/** Calls a function of the app. An error is reported as an unhandled rejection; nothing waits. */
async function run(refresh: () => unknown): Promise<void> {
  await refresh();
}

function reportLoop(): never {
  throw new Error(
    "[sojourn] The session has changed after each refresh, so the last change is not refreshed for. " +
      "Does the server's rendering, or a component in it, sign in or update the session?",
  );
}

/**
 * Creates a refresher. It is for adapters whose components may be hidden and shown again; other
 * code calls `refreshOnChange`.
 *
 * @throws TypeError if `store` is not from `createSessionStore` or `createSessionClient`
 */
export function createRefresher<S extends SessionBase>(
  store: SessionStore<S>,
  options: RefreshOptions<S> = {},
): Refresher {
  const ports = portsOf(store);
  const { session, page, environment } = ports;
  const { get, send } = session;
  const decide = createRefreshLimit();
  let rendered =
    options.rendered === undefined ? knownPart(get()) : toPart(options.rendered, options.select);
  let lastHandover = get().handover;
  let hasStarted = false;
  let isWaiting = false;
  let refresh: (() => unknown) | undefined;

  // The machine knows no session type. In this function sessions have the type of the store.
  function partOf(known: SessionBase | null): Part {
    return toPart(known as S | null, options.select);
  }

  function knownPart(state: SessionState): Part | undefined {
    const { session: known } = state.cache;
    return known === undefined || isUnknown(state) ? undefined : partOf(known);
  }

  /** What a page hands over is what the server has rendered. */
  function takeHandover({ handover }: SessionState): void {
    const last = lastHandover.type === "none" ? undefined : lastHandover.session;
    lastHandover = handover;
    if (handover.type !== "none" && handover.session !== last) rendered = partOf(handover.session);
  }

  /** Returns what the page has to be rendered for now, if that is not what it was rendered for. */
  function findChange(): Part | undefined {
    const state = get();
    takeHandover(state);
    const known = knownPart(state);
    rendered ??= known;
    if (!known || shareStructure(rendered, known) === rendered) return undefined;
    // The server is still being asked if what a page has handed over is right.
    const isUnanswered = state.handover.type === "unanswered" && !isSettled(state);
    return isUnanswered || !state.tab.isVisible || page.isLeaving() ? undefined : known;
  }

  function refreshLater(): void {
    isWaiting = true;
    environment.schedule(() => {
      isWaiting = false;
      // The machine's clock advances, and the listener is called.
      send({ type: "woke" });
    }, ROW_MS);
  }

  async function refreshNow(): Promise<void> {
    isWaiting = false;
    const change = refresh && findChange();
    if (!refresh || !change) return;
    const decision = decide(get().clock.now);
    if (decision === "later") return refreshLater();
    // A refresh may change the session before it returns.
    rendered = change;
    void run(decision === "now" ? refresh : reportLoop);
  }

  function check(): void {
    if (!findChange() || isWaiting) return;
    isWaiting = true;
    // A sign-in or sign-out of this tab comes to its end first: it may still be undone.
    void runInLane(ports, "mutation", refreshNow);
  }

  return {
    start(next) {
      // What was handed over meanwhile was rendered for another page.
      if (hasStarted) lastHandover = get().handover;
      hasStarted = true;
      refresh = next;
      const stop = store.subscribe(check);
      check();
      return () => {
        refresh = undefined;
        stop();
      };
    },
  };
}

/**
 * Calls `refresh` when the session differs from the one for which the server has rendered the page:
 * after a sign-in, a sign-out, a change of user or an update, in this tab or another one. It is
 * called once for each change; in a hidden tab once when the tab is shown again. A session that the
 * server has rendered itself, and handed over, is no change. It counts as a subscriber until the
 * returned function is called.
 *
 * Nothing waits for `refresh`. If it throws or rejects, the error is reported as an unhandled
 * rejection, and it is called again at the next change. If the session changes after each refresh,
 * the calls end, and an error says so.
 *
 * @throws TypeError if `store` is not from `createSessionStore` or `createSessionClient`
 * @example
 * const stop = refreshOnChange(client, () => router.invalidate());
 */
export function refreshOnChange<S extends SessionBase>(
  store: SessionStore<S>,
  refresh: () => unknown,
  options?: RefreshOptions<S>,
): Stop {
  return createRefresher(store, options).start(refresh);
}
