import { useSessionClient } from "@sojourn/vue";
import {
  defineNuxtRouteMiddleware,
  navigateTo,
  useNuxtApp,
  useRouter,
  type RouteMiddleware,
} from "nuxt/app";
import { useConfig } from "../config.ts";
import { hasComeBack } from "../has-come-back.ts";
import { presenceOf, whenPresent } from "../presence.ts";
import { toRoute } from "../to-route.ts";
import { useOrigin } from "../use-origin.ts";

/**
 * Lets in those who are not signed in, and leads others on to the `callbackUrl` of the query, or to
 * `/`. It lets users in, too, where that would lead back to the same page.
 */
const guest: RouteMiddleware = defineNuxtRouteMiddleware(async (to) => {
  const nuxtApp = useNuxtApp();
  const client = useSessionClient();
  const next = toRoute(to.query["callbackUrl"], useOrigin(), useConfig().base);
  if (useRouter().resolve(next).path === to.path) return undefined;
  const leave = (): ReturnType<typeof navigateTo> => navigateTo(next, { replace: true });

  const isHydrating = import.meta.client && nuxtApp.isHydrating && nuxtApp.payload.serverRendered;
  const waits = import.meta.client && !isHydrating;
  const presence = waits ? await whenPresent(client) : presenceOf(client);
  if (presence === "user" && !hasComeBack(to)) return nuxtApp.runWithContext(leave);
  return undefined;
});

export default guest;
