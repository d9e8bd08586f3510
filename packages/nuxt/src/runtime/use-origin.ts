import { useRequestURL } from "nuxt/app";

/**
 * Returns the origin of the app, as the browser sees it. Behind a proxy it is that of the header
 * `x-forwarded-host`. It is only compared with addresses of others.
 *
 * @throws Error outside of Nuxt's context
 */
export function useOrigin(): string {
  return useRequestURL({ xForwardedHost: true }).origin;
}
