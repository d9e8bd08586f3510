import type { Environment } from "@sojourn/core";
import { endOnServer } from "./end-on-server.ts";

type Fetch = Environment["fetch"];

/** What happens to the next read. */
export type Fault = "fails" | "ends";

/** Makes reads of a client fail, and its session end. */
export interface Faults {
  readonly fetch: Fetch;
  /** Sets what happens to the next read; `undefined` for nothing. */
  set(fault: Fault | undefined): void;
}

/** How long the session goes on for the client. A client takes no session for shorter. */
const LAST_MS = 1000;
/** Reads wait until the client's alarm for the end has rung. */
const LATE_MS = 50;

function isRead(url: string, { method }: RequestInit): boolean {
  return !method && url.endsWith("/session");
}

/** Creates an answer with a session that ends soon. Its `Date` has no milliseconds. */
function lastAnswer(session: object, now: number): Response {
  const sentAt = Math.floor(now / 1000) * 1000;
  const expires = new Date(sentAt + LAST_MS).toISOString();
  const headers = { "Content-Type": "application/json", Date: new Date(sentAt).toUTCString() };
  return new Response(JSON.stringify({ ...session, expires }), { headers });
}

/**
 * Creates the faults of one client.
 *
 * @param fetch sends a request
 * @param fail fails in its place
 * @param onFault called when the fault of the next read changes
 */
export function createFaults(
  environment: Pick<Environment, "now" | "pageUrl" | "schedule">,
  fetch: Fetch,
  fail: Fetch,
  onFault: (fault: Fault | undefined) => void,
): Faults {
  let next: Fault | undefined;
  let ending: Promise<object | undefined> | undefined;
  let untilEnded: Promise<void> | undefined;

  function set(fault: Fault | undefined): void {
    next = fault;
    onFault(fault);
  }

  /**
   * The session ends on the server first, so that no other tab finds it there. Then the client gets
   * it once more, with an end in a second: for the client it expires.
   */
  async function expireSoon(url: string, init: RequestInit): Promise<Response> {
    ending ??= endOnServer(fetch, url, init, environment.pageUrl() ?? url);
    const session = await ending;
    // The client notices the request of the sign-out. It may have aborted this read, and read again.
    if (session && init.signal?.aborted) return fetch(url, init);
    ending = undefined;
    if (!session) return fetch(url, init);
    untilEnded = new Promise((resolve) => environment.schedule(resolve, LAST_MS + LATE_MS));
    return lastAnswer(session, environment.now());
  }

  return {
    set,
    async fetch(url, init) {
      if (!isRead(url, init)) return fetch(url, init);
      await untilEnded;
      const fault = next;
      if (fault) set(undefined);
      if (ending || fault === "ends") return expireSoon(url, init);
      return (fault === "fails" ? fail : fetch)(url, init);
    },
  };
}
