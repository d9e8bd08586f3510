import { useSessionClient } from "@sojourn/vue";
import { defineNuxtRouteMiddleware, navigateTo, useNuxtApp, type RouteMiddleware } from "nuxt/app";
import { useConfig } from "../config.ts";
import { presenceOf, whenPresent } from "../presence.ts";
import { toRoute } from "../to-route.ts";
import { useOrigin } from "../use-origin.ts";

/**
 * Lets in those who are not signed in, and leads others on to the `callbackUrl` of the query, or to
 * `/`.
 */
const guest: RouteMiddleware = defineNuxtRouteMiddleware(async (to) => {
  const nuxtApp = useNuxtApp();
  const client = useSessionClient();
  const next = toRoute(to.query["callbackUrl"], useOrigin(), useConfig().base);
  const leave = (): ReturnType<typeof navigateTo> => navigateTo(next, { replace: true });

  const isHydrating = import.meta.client && nuxtApp.isHydrating && nuxtApp.payload.serverRendered;
  const waits = import.meta.client && !isHydrating;
  const presence = waits ? await whenPresent(client) : presenceOf(client);
  if (presence === "user") return nuxtApp.runWithContext(leave);
  return undefined;
});

export default guest;
