import type { ClientSafeProvider } from "../types/sign-in.ts";
import { toFetchError, type Http } from "./http.ts";

/** The providers of a server, by their id. */
export type Providers = Record<string, ClientSafeProvider>;

/**
 * `GET /providers`; `null` where the server has no such endpoint.
 *
 * @throws SessionFetchError
 */
export async function fetchProviders(
  http: Http,
  controller?: AbortController,
): Promise<Providers | null> {
  const answer = await http("providers", controller);
  const { status, ok, data } = answer;
  if (status === 404) return null;
  // What is used of a provider is its type; an array or a text has none either.
  const providers = Object(data) as Providers;
  const isList = typeof data === "object" && Object.values(providers).every((it) => it?.type);
  if (!ok || !data || !isList) throw toFetchError(answer);
  return providers;
}

/** The list of providers, as it was asked for last. */
export interface ProviderList {
  /** Asks for it anew. */
  fetch(controller?: AbortController): Promise<Providers | null>;
  /** Asks for it if that has not been done; the controller ends the request that is made now. */
  get(controller: AbortController): Promise<Providers | null>;
}

/** Makes an empty one. */
export function createProviderList(http: Http): ProviderList {
  let kept: Promise<Providers | null> | undefined;

  function fetch(controller?: AbortController): Promise<Providers | null> {
    const list = fetchProviders(http, controller);
    kept = list;
    const forget = (): void => {
      if (kept === list) kept = undefined;
    };
    // A list that could not be had is asked for again.
    list.then((found) => found ?? forget(), forget);
    return list;
  }

  return { fetch, get: (controller) => kept ?? fetch(controller) };
}
