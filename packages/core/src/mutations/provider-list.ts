import { createProviderList, type ProviderList } from "../api/providers.ts";
import type { MutationContext } from "./mutation-context.ts";

const lists = new WeakMap<MutationContext, ProviderList>();

/** The list of providers that a store keeps, for those who ask for it. */
export function providerListOf(context: MutationContext): ProviderList {
  const list = lists.get(context) ?? createProviderList(context.http);
  lists.set(context, list);
  return list;
}
