import { __NEXTAUTH, type AuthClientConfig } from "./defaults.ts";
import type { SessionProviderProps } from "./types.ts";

/** Returns the address of a provider's auth server. */
export function addressOf({
  baseUrl = __NEXTAUTH.baseUrl,
  basePath = __NEXTAUTH.basePath,
}: SessionProviderProps): AuthClientConfig {
  return { baseUrl, basePath };
}

/** Returns a text that identifies a provider's auth server. */
export function authServerOf(props: SessionProviderProps): string {
  return Object.values(addressOf(props)).join(" ");
}
