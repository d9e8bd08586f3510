import type { RegisteredSession } from "@sojourn/core";
import { createSessionReader, type ReadSessionOptions } from "@sojourn/core/server";
import { correctAnswer } from "./correct-answer.ts";
import { isOwnPage } from "./is-own-page.ts";

export { toSignIn } from "@sojourn/core/server";

declare global {
  namespace App {
    interface Locals {
      /**
       * Returns the session of this request; `null` if nobody is signed in, and `undefined` if it
       * could not be read. It reads once, and never rejects.
       */
      readSession(): Promise<RegisteredSession | null | undefined>;
    }
  }
}

/** What is needed here of SvelteKit's `RequestEvent`. */
export interface KitEvent {
  readonly request: Request;
  readonly url: URL;
  readonly route: { readonly id: string | null };
  readonly locals: App.Locals;
}

/** What SvelteKit calls a `Handle` with. In version 3, `resolve` always returns a promise. */
export interface KitHandleInput<E extends KitEvent, R = Response | Promise<Response>> {
  event: E;
  resolve(event: E, options?: object): R;
}

/**
 * Wraps the `handle` of the auth server, and gives each request `event.locals.readSession()`. It
 * reads by that `handle`, in the same process and once for each request. A page that the browser
 * loads gets the auth server's cookies, unless a form action has set other ones. All responses for
 * which the session was read are kept out of shared caches.
 * Pages of the app win over those of the auth server, as one at `/auth/signin`.
 *
 * @param authHandle that of `SvelteKitAuth()`, or one that answers by `Auth()` of `@auth/core`
 * @param options `basePath` is `/auth` by default, as in `@auth/sveltekit`
 * @see https://svelte.dev/docs/kit/hooks#Server-hooks-handle
 */
export function createSessionHandle<E extends KitEvent, R extends Response | Promise<Response>>(
  authHandle: (input: KitHandleInput<E, R>) => Response | Promise<Response>,
  options: ReadSessionOptions<RegisteredSession> = {},
): (input: KitHandleInput<E, R>) => Promise<Response> {
  return async ({ event, resolve }) => {
    const reader = createSessionReader<RegisteredSession>(
      event.request,
      async (request) =>
        authHandle({
          event: { ...event, request, url: new URL(request.url) },
          resolve() {
            throw new Error(`The handle of the auth server does not answer ${request.url}`);
          },
        }),
      { basePath: "/auth", ...options },
    );
    event.locals.readSession = reader.read;

    // The auth server does not see the path of such a page.
    const seen = isOwnPage(event) ? { ...event, url: new URL("/", event.url) } : event;
    let isForApp = false;
    const answered = await authHandle({
      event: seen,
      resolve(_, given) {
        isForApp = true;
        return resolve(event, given);
      },
    });
    const response = isForApp
      ? answered
      : await correctAnswer(event.request, answered, options.sessionCookie);
    return reader.complete(response);
  };
}
