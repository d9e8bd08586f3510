import type { ClientSafeProvider } from "../types/sign-in.ts";
import { toFetchError, type Http } from "./http.ts";

/** The providers of a server, by their id. */
export type Providers = Record<string, ClientSafeProvider>;

/** A provider is known by its type, which decides how it is signed in with, or by its id. */
function isProvider(member: unknown): boolean {
  const { type, id } = Object(member) as Partial<ClientSafeProvider>;
  return typeof (type ?? id) === "string";
}

/**
 * `GET /providers`; `null` where the server has no such endpoint. Members of the list that are no
 * providers are passed over.
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
  const members = typeof data === "object" && data && !Array.isArray(data) && Object.entries(data);
  const providers = members && members.filter(([, member]) => isProvider(member));
  // What is full of something else is not a list.
  if (!ok || !providers || providers.length < Math.min(members.length, 1)) {
    throw toFetchError(answer);
  }
  return Object.fromEntries(providers);
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
