import { createProviderList, type ProviderList } from "../api/providers.ts";
import type { MutationPorts } from "./ports.ts";

/** Returns the list of providers of a store. All callers share it. */
export function providerListOf(ports: MutationPorts): ProviderList {
  return (ports.providers ??= createProviderList(ports.http));
}
