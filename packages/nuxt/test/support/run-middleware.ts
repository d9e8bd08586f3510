import { createSojourn } from "@sojourn/vue";
import type { TestClient } from "@sojourn/testing";
import type { RouteMiddleware } from "nuxt/app";
import { nuxt } from "./nuxt-app.ts";

/** A route as vue-router has it, as far as the middleware asks. */
export function createRoute(fullPath: string): Parameters<RouteMiddleware>[0] {
  const { pathname, searchParams } = new URL(fullPath, "https://app.example");
  return { fullPath, path: pathname, query: Object.fromEntries(searchParams) } as never;
}

/** Runs a middleware in the current app, for a route that is entered. */
export async function runMiddleware(
  middleware: RouteMiddleware,
  client: TestClient,
  route: ReturnType<typeof createRoute>,
): Promise<unknown> {
  nuxt.vueApp.use(createSojourn({ client }));
  return nuxt.runWithContext(() => middleware(route, createRoute("/")));
}
