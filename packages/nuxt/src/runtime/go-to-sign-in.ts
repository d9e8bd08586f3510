import { toSignIn } from "@sojourn/core/server";
import { navigateTo, useRequestURL, useRouter, type RouteMiddleware } from "nuxt/app";
import { useConfig } from "./config.ts";
import { withBase } from "./to-config.ts";

/** A route that is entered, or has been entered. */
export type Route = Parameters<RouteMiddleware>[0];

/**
 * Goes to the sign-in page, which leads back to a route. On a server that is a redirect.
 *
 * @throws Error outside of Nuxt's context
 */
export function goToSignIn(asked: Route): ReturnType<typeof navigateTo> {
  const { base, client, signInPage } = useConfig();
  const request = new Request(new URL(useRouter().resolve(asked).href, useRequestURL()));
  if (signInPage && import.meta.client) return navigateTo(toSignIn(request, signInPage));
  const { basePath, baseUrl } = client;
  const page = signInPage ? withBase(base, signInPage) : `${basePath}/signin`;
  if (signInPage || !baseUrl) return navigateTo(toSignIn(request, page), { external: true });
  // On the other origin a path would be one of that origin.
  const callbackUrl = encodeURIComponent(request.url);
  return navigateTo(`${baseUrl}${page}?callbackUrl=${callbackUrl}`, { external: true });
}
