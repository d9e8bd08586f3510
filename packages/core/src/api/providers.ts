import type { ClientSafeProvider } from "../types/sign-in.ts";
import { toFetchError, type Http } from "./http.ts";

/** The providers of a server, by their ids. */
export type Providers = Record<string, ClientSafeProvider>;

/**
 * Whether a member of the list is a provider: it has a type, which decides how the user signs in,
 * or an id.
 */
function isProvider(member: unknown): boolean {
  const { type, id } = Object(member) as Partial<ClientSafeProvider>;
  return typeof (type ?? id) === "string";
}

/**
 * Asks `GET /providers`. Returns `null` if the server has no such endpoint. Skips members of the
 * list that are no providers.
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
  // If no member is a provider, the response is not a list of providers.
  if (!ok || !providers || providers.length < Math.min(members.length, 1)) {
    throw toFetchError(answer);
  }
  return Object.fromEntries(providers);
}

/** The list of providers, which is asked for once and kept. */
export interface ProviderList {
  /** Asks for the list again. */
  fetch(controller?: AbortController): Promise<Providers | null>;
  /**
   * Returns the kept list, or asks for it. The controller aborts only a request that this call
   * sends.
   */
  get(controller: AbortController): Promise<Providers | null>;
}

/** Creates a list that is not asked for yet. */
export function createProviderList(http: Http): ProviderList {
  let kept: Promise<Providers | null> | undefined;

  function fetch(controller?: AbortController): Promise<Providers | null> {
    const list = fetchProviders(http, controller);
    kept = list;
    const dropKept = (): void => {
      if (kept === list) kept = undefined;
    };
    // After a failure, or without a list, the next call asks again.
    list.then((found) => found ?? dropKept(), dropKept);
    return list;
  }

  return { fetch, get: (controller) => kept ?? fetch(controller) };
}
