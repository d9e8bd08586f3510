import type { Environment } from "@sojourn/core";

type Fetch = Environment["fetch"];

/** What happens to the next read. */
export type Fault = "fails" | "ends";

/** Makes reads of a client fail, and its session end. */
export interface Faults {
  readonly fetch: Fetch;
  /** Sets what happens to the next read; `undefined` for nothing. */
  set(fault: Fault | undefined): void;
}

/** A client takes no session for shorter. */
const LAST_MS = 1000;
/** The client has to receive the last answer before its session ends on the server. */
const ANSWER_MS = 100;
/** Reads wait until the client's alarm for the end has rung. */
const LATE_MS = 50;

function isRead(url: string, { method }: RequestInit): boolean {
  return !method && url.endsWith("/session");
}

/**
 * Returns the same answer with an end of the session in a second. Its `Date` has whole seconds, and
 * the client counts from there.
 */
async function shorten(response: Response, now: number): Promise<Response | undefined> {
  const session: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  if (!response.ok || !session || !Object.keys(session).length) return undefined;
  const sentAt = Date.parse(response.headers.get("Date") ?? "") || now;
  const expires = new Date(Math.floor(sentAt / 1000) * 1000 + LAST_MS).toISOString();
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
  let untilEnded: Promise<unknown> | undefined;

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => environment.schedule(resolve, ms));

  function set(fault: Fault | undefined): void {
    next = fault;
    onFault(fault);
  }

  /** Signs out as a form would. The client is not told: for it, the session expires. */
  async function endOnServer(url: string, read: RequestInit): Promise<void> {
    await pause(ANSWER_MS);
    // The signal is that of the read, which has ended.
    const init = { ...read, signal: null };
    const base = url.replace(/\/session$/, "");
    const { csrfToken } = await (await fetch(`${base}/csrf`, init)).json();
    const callbackUrl = environment.pageUrl() ?? base;
    const body = new URLSearchParams({ csrfToken, callbackUrl, json: "true" });
    const headers = { ...init.headers, "X-Auth-Return-Redirect": "1" };
    await fetch(`${base}/signout`, { ...init, method: "POST", headers, body });
  }

  async function endSoon(url: string, init: RequestInit): Promise<Response> {
    const response = await fetch(url, init);
    const last = await shorten(response, environment.now());
    if (!last) return response;
    // If the server refuses, the session goes on, and the list of requests says why.
    const ended = endOnServer(url, init).catch(() => undefined);
    untilEnded = Promise.all([ended, pause(LAST_MS + LATE_MS)]);
    return last;
  }

  return {
    set,
    async fetch(url, init) {
      if (!isRead(url, init)) return fetch(url, init);
      // The resource timing tells the client of the sign-out, and it reads at once.
      await untilEnded;
      const fault = next;
      if (fault) set(undefined);
      if (fault === "ends") return endSoon(url, init);
      return (fault === "fails" ? fail : fetch)(url, init);
    },
  };
}
