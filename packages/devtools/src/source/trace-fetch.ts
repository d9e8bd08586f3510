import type { Environment } from "@sojourn/core";

type Fetch = Environment["fetch"];

/** Receives the end of a request: its status, or why there is none. */
export type EndOfRequest = (result: string, isFailure: boolean) => void;

/** The endpoints that are followed by the id of a provider. */
const WITH_PROVIDER = /^(signin|callback|webauthn-options)$/;

/** Names a request by its method and endpoint: "GET session", "POST callback/credentials". */
function nameOf(url: string, method = "GET"): string {
  const [path = ""] = url.split("?");
  const parts = path.split("/");
  const [previous = "", last = ""] = parts.slice(-2);
  return `${method} ${WITH_PROVIDER.test(previous) ? `${previous}/${last}` : last}`;
}

/**
 * Wraps a `fetch`: calls `onStart` with each request. No body and no header is kept.
 *
 * @param onStart receives a name for the request; returns what is called when it ends
 */
export function traceFetch(fetch: Fetch, onStart: (name: string) => EndOfRequest): Fetch {
  return async (url, init) => {
    const end = onStart(nameOf(url, init.method));
    try {
      const response = await fetch(url, init);
      end(String(response.status), !response.ok);
      return response;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      end(init.signal?.aborted ? "aborted" : reason, true);
      throw error;
    }
  };
}
