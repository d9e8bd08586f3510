import { __NEXTAUTH } from "./defaults.ts";
import type { SessionProviderProps } from "./types.ts";

/** Which auth server a provider is for: the same text for the same server. */
export function authServerOf({
  baseUrl = __NEXTAUTH.baseUrl,
  basePath = __NEXTAUTH.basePath,
}: SessionProviderProps): string {
  return [baseUrl, basePath].join(" ");
}
