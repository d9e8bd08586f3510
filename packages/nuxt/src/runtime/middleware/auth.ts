import { useSessionClient } from "@sojourn/vue";
import { defineNuxtRouteMiddleware, useNuxtApp, useRouter, type RouteMiddleware } from "nuxt/app";
import { useConfig } from "../config.ts";
import { goToSignIn } from "../go-to-sign-in.ts";
import { guarded } from "../guarded.ts";
import { presenceOf, whenPresent } from "../presence.ts";

/**
 * Lets signed-in users in, and sends others to the sign-in page. Nobody is sent away because the
 * session could not be read. The sign-in page itself is open to all.
 */
const auth: RouteMiddleware = defineNuxtRouteMiddleware(async (to) => {
  const nuxtApp = useNuxtApp();
  const client = useSessionClient();
  const { signInPage } = useConfig();
  if (signInPage && useRouter().resolve(signInPage).path === to.path) return;
  // A page that hydrates is there already. The plugin leaves it once it is certain that nobody is
  // signed in.
  const waits = import.meta.client && !(nuxtApp.isHydrating && nuxtApp.payload.serverRendered);
  const presence = waits ? await whenPresent(client) : presenceOf(client);
  if (presence === "nobody") return nuxtApp.runWithContext(() => goToSignIn(to));
  guarded.add(to);
});

export default auth;
