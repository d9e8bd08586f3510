import { withDeadline } from "../deadline.ts";
import type { Environment } from "../environment/environment.ts";
import { CsrfError, SessionFetchError } from "../errors.ts";
import type { SessionClientOptions } from "../types/options.ts";
import type { AuthUrl } from "./auth-url.ts";
import { readResponse } from "./read-response.ts";
import { parseRetryAfter } from "./retry-after.ts";

/** What the server answered. */
export interface HttpAnswer {
  readonly url: string;
  readonly status: number;
  readonly ok: boolean;
  /** The parsed body; `undefined` if it was not JSON. */
  readonly data: unknown;
  /** Milliseconds since the epoch by the server's clock, from `Date`; by ours where that cannot be read. */
  readonly serverNow: number;
  /** Whether `serverNow` is by the server's clock. */
  readonly isServerClock: boolean;
  readonly retryAfterMs: number | undefined;
}

/**
 * Asks an endpoint of the auth server, e.g. `"session"`. A body makes it a POST: a form, or JSON if
 * it is a plain object.
 *
 * @throws SessionFetchError `network`, `timeout` or `aborted` where there is no answer; what an
 *   answer means is for the caller
 * @throws TypeError if the option `headers` throws
 */
export type Http = (
  endpoint: string,
  controller?: AbortController,
  body?: URLSearchParams | object,
) => Promise<HttpAnswer>;

interface HttpOptions extends Pick<SessionClientOptions<never>, "fetch" | "headers"> {
  readonly timeoutMs: number;
  readonly mutationTimeoutMs: number;
}

const NO_ADDRESS = "[sojourn] no address to ask: set NEXTAUTH_URL or AUTH_URL";

/** Headers of any kind as a plain object. */
function toHeaders(headers: HttpOptions["headers"]): Record<string, string> {
  try {
    const given: unknown = typeof headers === "function" ? headers() : headers;
    const all = Object(given);
    if (typeof given === "string" || "then" in all) throw new TypeError("it is no object");
    const plain = Symbol.iterator in all ? Object.fromEntries(all) : all;
    // It throws at names and values that no request can have; a test's world may lack it.
    const isChecked = typeof Headers !== "function" || !!new Headers(plain);
    return isChecked && plain;
  } catch (cause) {
    throw new TypeError(`[sojourn] the option headers: ${String(cause)}`, { cause });
  }
}

/** Makes the one function through which all requests go. */
export function createHttp(environment: Environment, authUrl: AuthUrl, options: HttpOptions): Http {
  const { fetch = environment.fetch, headers, timeoutMs, mutationTimeoutMs } = options;

  return async (endpoint, controller = new AbortController(), body) => {
    const { signal } = controller;
    const url = `${authUrl.href}/${endpoint}`;
    if (!authUrl.origin && !environment.pageUrl()) throw new TypeError(NO_ADDRESS);
    const isForm = body instanceof URLSearchParams;
    const init: RequestInit = {
      signal,
      // A server's `fetch` has no cookies and no cache, and some throw at these options.
      ...(environment.pageUrl() && {
        // Chromium queues equal cacheable requests of all tabs behind one another.
        cache: "no-store",
        credentials: authUrl.origin ? "include" : "same-origin",
      }),
      headers: {
        ...(body && !isForm && { "Content-Type": "application/json" }),
        // Auth.js v5 then answers JSON in place of a redirect; v4 reads `json`.
        ...(isForm && { "X-Auth-Return-Redirect": "1" }),
        ...toHeaders(headers),
      },
      ...(body && { method: "POST", body: isForm ? body : JSON.stringify(body) }),
    };
    const limitMs = body ? mutationTimeoutMs : timeoutMs;
    let hasTimedOut = false;
    const giveUp = (): never => {
      hasTimedOut = !signal.aborted;
      controller.abort();
      throw signal.reason;
    };
    const ask = async (): Promise<HttpAnswer> => {
      // A `fetch` of the user's own might make the request all the same.
      if (signal.aborted) throw signal.reason;
      const { header, ...answer } = await readResponse(await fetch(url, init));
      const date = Date.parse(header("Date"));
      const serverNow = date || environment.now();
      const retryAfterMs = parseRetryAfter(header("Retry-After"), serverNow);
      return { ...answer, url, serverNow, isServerClock: !!date, retryAfterMs };
    };
    try {
      // A `fetch` of the user's own may not listen to the signal.
      return await withDeadline(environment, limitMs, ask(), giveUp, signal);
    } catch (cause) {
      const code = hasTimedOut ? "timeout" : signal.aborted ? "aborted" : "network";
      throw new SessionFetchError(code, { url, cause });
    }
  };
}

/** The error that an answer of no use is: `http` unless it is 2xx, else `parse`. */
export function toFetchError({ ok, url, status, retryAfterMs }: HttpAnswer): SessionFetchError {
  return new SessionFetchError(ok ? "parse" : "http", { url, status, retryAfterMs });
}

/** The error that a refused CSRF token is. */
export function toCsrfError({ url, status }: HttpAnswer): CsrfError {
  return new CsrfError("csrf", { url, status, detail: "token refused: are cookies blocked?" });
}
