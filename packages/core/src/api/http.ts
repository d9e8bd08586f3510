import { withDeadline } from "../deadline.ts";
import type { Environment } from "../environment/environment.ts";
import { CsrfError, SessionFetchError } from "../errors.ts";
import type { SessionClientOptions } from "../types/options.ts";
import type { AuthUrl } from "./auth-url.ts";
import { readResponse } from "./read-response.ts";
import { parseRetryAfter } from "./retry-after.ts";

/** A response of the auth server. */
export interface HttpAnswer {
  readonly url: string;
  readonly status: number;
  readonly ok: boolean;
  /** The parsed body; `undefined` if it was not JSON. */
  readonly data: unknown;
  /**
   * The time of the response in milliseconds since the epoch, from its `Date` header. Without a
   * readable one, the time by the client's clock.
   */
  readonly serverNow: number;
  /** Whether `serverNow` is by the server's clock. */
  readonly isServerClock: boolean;
  readonly retryAfterMs: number | undefined;
}

/**
 * Sends a request to an endpoint of the auth server, e.g. `"session"`. With a body it is a POST: of
 * a form, or of JSON if the body is a plain object.
 *
 * @throws SessionFetchError `network`, `timeout` or `aborted` if there is no response. The caller
 *   checks the response's status
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

const NO_ADDRESS = "[sojourn] no address: set NEXTAUTH_URL or AUTH_URL";

/** Converts headers of any kind to a plain object. */
function toHeaders(headers: HttpOptions["headers"]): Record<string, string> {
  try {
    const given: unknown = typeof headers === "function" ? headers() : headers;
    const all = Object(given);
    if (typeof given === "string" || "then" in all) throw new TypeError("it is no object");
    const plain = Symbol.iterator in all ? Object.fromEntries(all) : all;
    // `Headers` throws at invalid names and values. A test's environment may lack it.
    const isChecked = typeof Headers !== "function" || !!new Headers(plain);
    return isChecked && plain;
  } catch (cause) {
    throw new TypeError(`[sojourn] option headers: ${String(cause)}`, { cause });
  }
}

/** Creates the function that sends all requests to the auth server. */
export function createHttp(environment: Environment, authUrl: AuthUrl, options: HttpOptions): Http {
  const { fetch = environment.fetch, headers, timeoutMs, mutationTimeoutMs } = options;

  return async (endpoint, controller = new AbortController(), body) => {
    const { signal } = controller;
    const url = `${authUrl.href}/${endpoint}`;
    if (!authUrl.origin && !environment.pageUrl()) throw new TypeError(NO_ADDRESS);
    const isForm = body instanceof URLSearchParams;
    const init: RequestInit = {
      signal,
      // The `fetch` of a server has no cookies and no cache, and sometimes throws at these options.
      ...(environment.pageUrl() && {
        // Chromium runs equal cacheable requests of all tabs one after the other.
        cache: "no-store",
        credentials: authUrl.origin ? "include" : "same-origin",
      }),
      headers: {
        ...(body && !isForm && { "Content-Type": "application/json" }),
        // This makes Auth.js v5 answer with JSON in place of a redirect. v4 needs the field `json`.
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
      // The `fetch` option may not check the signal, and would send the request.
      if (signal.aborted) throw signal.reason;
      const { header, ...answer } = await readResponse(await fetch(url, init));
      const date = Date.parse(header("Date"));
      const serverNow = date || environment.now();
      const retryAfterMs = parseRetryAfter(header("Retry-After"), serverNow);
      return { ...answer, url, serverNow, isServerClock: !!date, retryAfterMs };
    };
    try {
      // The `fetch` option may not listen to the signal.
      return await withDeadline(environment, limitMs, ask(), giveUp, signal);
    } catch (cause) {
      const code = hasTimedOut ? "timeout" : signal.aborted ? "aborted" : "network";
      throw new SessionFetchError(code, { url, cause });
    }
  };
}

/**
 * Creates the error for a response that cannot be used: of code `parse` if its status is 2xx, else
 * `http`.
 */
export function toFetchError({ ok, url, status, retryAfterMs }: HttpAnswer): SessionFetchError {
  return new SessionFetchError(ok ? "parse" : "http", { url, status, retryAfterMs });
}

/** Creates the error for a refused CSRF token. */
export function toCsrfError({ url, status }: HttpAnswer): CsrfError {
  return new CsrfError("csrf", { url, status, detail: "token refused: are cookies blocked?" });
}
