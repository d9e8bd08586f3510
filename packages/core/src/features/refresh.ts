import type { Stop } from "../environment/environment.ts";
import { portsOf } from "../mutations/ports.ts";
import { isSettled } from "../session/refetch-policy.ts";
import { isUnknown } from "../session/state/cache.ts";
import type { SessionState } from "../session/state/state.ts";
import { copyStructure, shareStructure } from "../share-structure.ts";
import type { SessionStore } from "../types/client.ts";
import type { SessionBase } from "../types/session.ts";
import { createRefreshLimit, ROW_MS } from "./refresh-limit.ts";

/** Options of `refreshOnChange` and `createRefresher`. */
export interface RefreshOptions<S> {
  /**
   * The session for which the server has rendered the page; `null` means for nobody, as a page from
   * a cache. Default: the session that the client knows. If it knows none yet, the first one counts
   * as rendered.
   */
  readonly rendered?: S | null | undefined;
  /**
   * Returns the part of the session on which the server's rendering depends. Default: all but
   * `expires`.
   */
  readonly select?: ((session: S) => unknown) | undefined;
}

/** Knows for which session the server has rendered the page. */
export interface Refresher {
  /**
   * Calls `refresh` once for each change, as `refreshOnChange` does, until the returned function is
   * called. If it is started again later, it also notices a change that came meanwhile.
   */
  start(refresh: () => unknown): Stop;
}

/** What of a session is compared. It is an object, so that only the unknown is `undefined`. */
type Part = { readonly part: unknown };

function toPart<S extends SessionBase>(
  session: S | null,
  select: (session: S) => unknown = (it) => ({ ...it, expires: undefined }),
): Part {
  // `select` may write to its argument, and the session is the client's own.
  return { part: session && select(copyStructure(session)) };
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
  const { session, page } = portsOf(store);
  const { get, send, until } = session;
  const decide = createRefreshLimit();
  let rendered =
    options.rendered === undefined ? knownPart(get()) : toPart(options.rendered, options.select);
  let lastHandover = get().handover;
  let hasStarted = false;
  let isHeldBack = false;

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

  /** Whether the server is still being asked if what a page has handed over is right. */
  function isInDoubt(state: SessionState): boolean {
    return state.handover.type === "unanswered" && !isSettled(state);
  }

  async function holdBack(): Promise<void> {
    isHeldBack = true;
    await until(() => false, ROW_MS);
    isHeldBack = false;
    // The listener is called, and the machine's clock advances.
    send({ type: "woke" });
  }

  function check(refresh: () => unknown): void {
    const state = get();
    takeHandover(state);
    const known = knownPart(state);
    rendered ??= known;
    if (!known || shareStructure(rendered, known) === rendered) return;
    if (isHeldBack || !state.tab.isVisible || isInDoubt(state) || page.isLeaving()) return;
    const decision = decide(state.clock.now);
    if (decision === "later") return void holdBack();
    // A refresh may change the session before it returns.
    rendered = known;
    void run(decision === "now" ? refresh : reportLoop);
  }

  return {
    start(refresh) {
      // What was handed over meanwhile was rendered for another page.
      if (hasStarted) lastHandover = get().handover;
      hasStarted = true;
      const listener = (): void => check(refresh);
      const stop = store.subscribe(listener);
      listener();
      return stop;
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
