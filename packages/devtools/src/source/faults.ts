import type { Environment } from "@sojourn/core";
import { endOnServer } from "./end-on-server.ts";

type Fetch = Environment["fetch"];

/** What happens to the next read. */
export type Fault = "fails" | "ends";

/** How ending a session went: `"nobody"` is signed in, or the server has `"refused"`. */
export type EndOutcome = "ended" | "nobody" | "refused";

/** Makes reads of a client fail, and its session end. */
export interface Faults {
  readonly fetch: Fetch;
  /**
   * Sets what happens to the next read; `undefined` for nothing.
   *
   * @param onEnd called when the server has ended the session, or has not
   */
  set(fault: Fault | undefined, onEnd?: (outcome: EndOutcome) => void): void;
}

/** How long the session goes on for the client. A client takes no session for shorter. */
const LAST_MS = 1000;
/** Reads wait until the client's alarm for the end has rung. */
const LATE_MS = 50;

function isRead(url: string, { method }: RequestInit): boolean {
  return !method && url.endsWith("/session");
}

function outcomeOf(session: object | null | undefined): EndOutcome {
  if (session) return "ended";
  return session === null ? "nobody" : "refused";
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
  let ending: Promise<object | null | undefined> | undefined;
  let untilEnded: Promise<void> | undefined;
  let report: (outcome: EndOutcome) => void = () => {};

  function change(fault: Fault | undefined): void {
    next = fault;
    onFault(fault);
  }

  async function end(url: string, init: RequestInit): Promise<object | null | undefined> {
    // Another fault may be set meanwhile.
    const reportThis = report;
    const session = await endOnServer(fetch, url, init, environment.pageUrl() ?? url);
    reportThis(outcomeOf(session));
    return session;
  }

  /**
   * The session ends on the server first, so that no other tab finds it there. Then the client gets
   * it once more, with an end in a second: for the client it expires.
   */
  async function expireSoon(url: string, init: RequestInit): Promise<Response> {
    ending ??= end(url, init);
    const session = await ending;
    // The client notices the request of the sign-out. It may have aborted this read, and read again.
    if (session && init.signal?.aborted) return fetch(url, init);
    ending = undefined;
    if (!session) return fetch(url, init);
    untilEnded = new Promise((resolve) => environment.schedule(resolve, LAST_MS + LATE_MS));
    return lastAnswer(session, environment.now());
  }

  return {
    set(fault, onEnd = () => {}) {
      report = onEnd;
      change(fault);
    },
    async fetch(url, init) {
      if (!isRead(url, init)) return fetch(url, init);
      await untilEnded;
      const fault = next;
      if (fault) change(undefined);
      if (ending || fault === "ends") return expireSoon(url, init);
      return (fault === "fails" ? fail : fetch)(url, init);
    },
  };
}
