import { useSessionClient } from "@sojourn/vue";
import { defineNuxtRouteMiddleware, useNuxtApp, type RouteMiddleware } from "nuxt/app";
import { goToSignIn } from "../go-to-sign-in.ts";
import { guarded } from "../guarded.ts";
import { presenceOf, whenPresent } from "../presence.ts";

/**
 * Lets signed-in users in, and sends others to the sign-in page. Nobody is sent away because the
 * session could not be read.
 */
const auth: RouteMiddleware = defineNuxtRouteMiddleware(async (to) => {
  const nuxtApp = useNuxtApp();
  const client = useSessionClient();
  // A page that hydrates is there already. The plugin leaves it once it is certain that nobody is
  // signed in.
  const waits = import.meta.client && !(nuxtApp.isHydrating && nuxtApp.payload.serverRendered);
  const presence = waits ? await whenPresent(client) : presenceOf(client);
  if (presence === "nobody") return nuxtApp.runWithContext(() => goToSignIn(to));
  guarded.add(to);
});

export default auth;
