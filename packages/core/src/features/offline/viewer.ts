import { LONGEST_TIMER_MS, type Stop } from "../../environment/environment.ts";
import type { SessionFetchError } from "../../errors.ts";
import type { SessionBase } from "../../types/session.ts";
import type { OfflineContext } from "./context.ts";
import { isValid, parseItem, type KeptItem } from "./item.ts";
import {
  isLoading,
  isOver,
  lacksNetwork,
  waitsForNetwork,
  withError,
  withKept,
  withoutKept,
} from "./states.ts";

/** Shows what is kept. */
export interface Viewer {
  isUnconfirmed(): boolean;
  /**
   * Shows what is prepared, if it may be shown. While that is still being decrypted, it hides the
   * error, so that "loading" goes on. Call it before subscribers are notified of an error.
   */
  receiveError(): void;
  /**
   * Reads and decrypts what is kept while no session is known, and shows it if it may be shown. What
   * cannot be used is removed.
   */
  prepare(): Promise<void>;
  /** Ends what is shown when its time is over. */
  checkEnd(): void;
  stop(): void;
}

/** A kept item, ready to be shown. */
interface Candidate {
  readonly raw: string;
  readonly item: KeptItem;
  readonly session: SessionBase;
  readonly serverSession: SessionBase | undefined;
}

function noop(): void {}

/** Creates a viewer. */
export function createViewer({ environment, port, stored, expected }: OfflineContext): Viewer {
  let candidate: Candidate | undefined;
  let shown: Candidate | undefined;
  let isPreparing = false;
  let hiddenError: SessionFetchError | null = null;
  let isStopped = false;
  let cancelEnd: Stop = noop;

  function isUnconfirmed(): boolean {
    const { session, certainty } = port.get().cache;
    return !!shown && session === shown.session && certainty === "unconfirmed";
  }

  function show(): boolean {
    const state = port.get();
    if (!candidate || !lacksNetwork(state) || isOver(state)) return false;
    // Another tab may have stored something else, or removed it.
    if (candidate.raw !== stored.read() || !isValid(candidate.item, expected())) return false;
    // The server may have signed in another user on the way to this page.
    if (environment.isArrival()) return false;
    shown = candidate;
    port.replace(withKept(state, shown.session, shown.serverSession));
    return true;
  }

  function checkEnd(): void {
    cancelEnd();
    if (!shown || !isUnconfirmed()) return;
    const leftMs = shown.item.endsAt - environment.now();
    if (leftMs > 0) {
      cancelEnd = environment.schedule(checkEnd, Math.min(leftMs, LONGEST_TIMER_MS));
      return;
    }
    stored.remove();
    port.replace(withoutKept(port.get()));
    port.send({ type: "woke" });
  }

  /** Returns whether there was a hidden error, which is shown again if nothing is known yet. */
  function showError(): boolean {
    const error = hiddenError;
    hiddenError = null;
    if (error && isLoading(port.get())) port.replace(withError(port.get(), error));
    return !!error;
  }

  async function toCandidate(raw: string): Promise<Candidate | undefined> {
    const item = parseItem(await stored.decrypt(raw));
    if (!item || !isValid(item, expected())) return undefined;
    const { parse } = port;
    const session = parse ? await parse(item.session) : item.session;
    return { raw, item, session, serverSession: parse && item.session };
  }

  async function prepareFrom(raw: string): Promise<void> {
    isPreparing = true;
    candidate = await toCandidate(raw).catch(() => undefined);
    isPreparing = false;
    // It cannot be used, now or later.
    if (!candidate && stored.read() === raw) stored.remove();
  }

  return {
    isUnconfirmed,
    checkEnd,
    receiveError() {
      const state = port.get();
      if (show() || !isPreparing || !lacksNetwork(state)) return;
      hiddenError = state.failure.error;
      port.replace(withError(state, null));
    },
    async prepare() {
      const raw = stored.read();
      if (isPreparing || !raw || port.get().cache.type !== "empty") return;
      if (candidate?.raw !== raw) await prepareFrom(raw);
      const hasHiddenError = showError();
      const isShown = !isStopped && show();
      if (hasHiddenError || isShown) port.send({ type: "woke" });
      if (isStopped || isShown || !candidate) return;
      // Without this the page would be "loading" for ten seconds.
      if (waitsForNetwork(port.get())) port.send({ type: "asked" });
    },
    stop() {
      isStopped = true;
      cancelEnd();
    },
  };
}
