import { withDeadline } from "../../deadline.ts";
import { MUTATION_TIMEOUT_MS } from "../../durations.ts";
import {
  hasUserGesture,
  isFramed,
  requestStorageAccess,
} from "../../environment/browser/storage-access.ts";
import { type MutationPorts, portsOf } from "../../mutations/ports.ts";
import type { SessionStore } from "../../types/client.ts";

/**
 * Why a page did not get the cookies of its site:
 *
 * - `unsupported`: the browser has no `requestStorageAccess` (Chrome before 119);
 * - `no-gesture`: it was not called in the handler of a click;
 * - `refused`: by the user, the browser or the embedding page. Some browsers refuse until the user
 *   has used the site outside of a frame;
 * - `timeout`: the user has not answered. If they grant it later, the session is read then.
 */
export type CookieAccessRefusal = "unsupported" | "no-gesture" | "refused" | "timeout";

/** Options of {@link requestCookieAccess}. */
export interface CookieAccessOptions {
  /** Milliseconds until an unanswered prompt is given up. Default 60,000. */
  timeoutMs?: number | undefined;
}

/** The result of a request for cookies. */
export interface CookieAccessResult<S> {
  /** Whether the page has the cookies of its site now. */
  granted: boolean;
  /** Why not; `undefined` if it has them. */
  reason: CookieAccessRefusal | undefined;
  /** The session that is known then. */
  session: S | null;
}

/** Asks the browser at once. Resolves to why it has refused, or to `undefined`. */
export async function askForAccess<S>(
  store: SessionStore<S>,
  { environment }: MutationPorts,
  { timeoutMs = MUTATION_TIMEOUT_MS }: CookieAccessOptions,
): Promise<CookieAccessRefusal | undefined> {
  if (!isFramed()) return undefined;
  const hadGesture = hasUserGesture();
  const request = requestStorageAccess();
  if (!request) return "unsupported";
  const outcome = request.then<undefined, CookieAccessRefusal>(
    () => undefined,
    // The browser rejects both with the same error.
    () => (hadGesture === false ? "no-gesture" : "refused"),
  );
  const reason = await withDeadline<CookieAccessRefusal | undefined>(
    environment,
    timeoutMs,
    outcome,
    () => "timeout",
  );
  if (reason === "timeout") {
    void outcome.then((late) => (late ? undefined : store.getSession()));
  }
  return reason;
}

/**
 * Asks for the cookies that the page has outside of the frame, and reads the session with them. All
 * tabs with the same cookies learn of it. Call it in the handler of a click, before the first
 * `await`: browsers refuse it elsewhere, unless the user has agreed before. It does not reject for
 * a refusal.
 *
 * @throws TypeError if `store` is not a session store
 * @example
 * button.onclick = () => requestCookieAccess(client);
 */
export async function requestCookieAccess<S>(
  store: SessionStore<S>,
  options: CookieAccessOptions = {},
): Promise<CookieAccessResult<S>> {
  const ports = portsOf(store);
  const reason = await askForAccess(store, ports, options);
  // The state knows no session type; it holds sessions of this store only.
  const known = ports.session.current() as S | null;
  return { granted: !reason, reason, session: reason ? known : await store.getSession() };
}
