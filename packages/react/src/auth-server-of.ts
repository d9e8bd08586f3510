import { __NEXTAUTH, type AuthClientConfig } from "./defaults.ts";
import type { SessionProviderProps } from "./types.ts";

/** Where a provider's auth server is. */
export function addressOf({
  baseUrl = __NEXTAUTH.baseUrl,
  basePath = __NEXTAUTH.basePath,
}: SessionProviderProps): AuthClientConfig {
  return { baseUrl, basePath };
}

/** Which auth server a provider is for: the same text for the same server. */
export function authServerOf(props: SessionProviderProps): string {
  return Object.values(addressOf(props)).join(" ");
}
