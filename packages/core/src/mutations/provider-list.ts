import type { Http } from "../api/http.ts";
import { createProviderList, type ProviderList } from "../api/providers.ts";

const lists = new WeakMap<Http, ProviderList>();

/** Returns the list of providers of a store. All callers share it. */
export function providerListOf(http: Http): ProviderList {
  const list = lists.get(http) ?? createProviderList(http);
  lists.set(http, list);
  return list;
}
