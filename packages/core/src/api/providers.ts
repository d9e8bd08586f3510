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
