import { useRoute } from "nuxt/app";
import { useConfig } from "./config.ts";
import { toRoute } from "./to-route.ts";
import { useOrigin } from "./use-origin.ts";

/**
 * Returns where a sign-in page leads on to: the route that its query names by `callbackUrl`, if that
 * is one of this origin, or else `/`. It is for `navigateTo`.
 *
 * @throws Error outside of Nuxt's context
 */
export function useCallbackUrl(): string {
  return toRoute(useRoute().query["callbackUrl"], useOrigin(), useConfig().base);
}
