import type { FetchSession } from "../api/session.ts";
import type { Environment, Stop } from "../environment/environment.ts";
import { withDeadline } from "../deadline.ts";
import { FAILURE_LINGER_MS, LOCK_WAIT_MS } from "../durations.ts";
import { SessionFetchError } from "../errors.ts";
import type { SessionInput } from "../session/event.ts";
import { LOCK_LINGER_MS } from "../session/durations.ts";

/** Runs the reads of a tab, one at a time. */
export interface Reader {
  /** @param isForced whether it takes no lock */
  read(readId: number, isForced: boolean): void;
  /** Aborts the read. It sends no event. */
  abort(): void;
}

const NO_LOCK: Stop = () => {};

/** Takes the lock if it is free. Goes on without a lock if the browser does not answer in time. */
export function takeLock(
  environment: Environment,
  name: string,
  signal: AbortSignal,
): Promise<Stop | null> {
  // `tryLock` may also throw, or be a stub that returns something else.
  const lock = new Promise<Stop | null>((resolve) => resolve(environment.tryLock(name))).catch(
    () => NO_LOCK,
  );
  const taken = withDeadline(environment, LOCK_WAIT_MS, lock, () => NO_LOCK, signal);
  // A lock that is granted too late, even by a moment, is given back.
  void Promise.all([lock, taken]).then(([granted, kept]) => {
    return granted === kept ? undefined : granted?.();
  });
  return taken;
}

/**
 * Converts an error. An error of the app's own code also becomes a `SessionFetchError`, because a
 * scheduled read has no caller that could catch it.
 */
function toReadError(cause: unknown): SessionFetchError {
  if (cause instanceof SessionFetchError) return cause;
  return new SessionFetchError("request", { cause, detail: String(cause) });
}

/** Creates a reader. @param lockName one name for all tabs that share the session */
export function createReader(
  environment: Environment,
  fetchSession: FetchSession,
  lockName: string,
  send: (input: SessionInput) => void,
): Reader {
  let controller: AbortController | undefined;
  let held: Stop | undefined;

  /** Sends `lockDenied` if a peer is reading. An abort ends the read without an event. */
  async function runRead(
    readId: number,
    isForced: boolean,
    current: AbortController,
    inherited: Stop | undefined,
  ): Promise<void> {
    const { signal } = current;
    const release =
      inherited ?? (isForced ? NO_LOCK : await takeLock(environment, lockName, signal));
    if (signal.aborted) return release?.();
    if (!release) return send({ type: "lockDenied", readId });
    // Only a real lock is of use to the next read.
    held = release === NO_LOCK ? undefined : release;
    const giveBack = (): void => {
      if (held !== release) return;
      held = undefined;
      release();
    };
    // A page in the back/forward cache must not hold a lock.
    signal.addEventListener("abort", giveBack);
    const startedAt = environment.now();
    let lingerMs = LOCK_LINGER_MS;
    try {
      const answer = await fetchSession(current);
      send({ type: "answered", readId, tookMs: environment.now() - startedAt, ...answer });
    } catch (error) {
      lingerMs = FAILURE_LINGER_MS;
      send({ type: "failed", readId, error: toReadError(error) });
    }
    if (!signal.aborted) signal.addEventListener("abort", environment.schedule(giveBack, lingerMs));
  }

  return {
    read(readId, isForced) {
      // The lock of the last read may still be held. A browser releases it too late for the next
      // read to take it, so that one inherits it.
      const inherited = held;
      held = undefined;
      controller?.abort();
      controller = new AbortController();
      void runRead(readId, isForced, controller, inherited);
    },
    abort: () => controller?.abort(),
  };
}
