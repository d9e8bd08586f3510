import {
  createSessionClient,
  isServer,
  type RegisteredSession,
  type SessionClient,
  type SessionClientOptions,
} from "@sojourn/core";
import { isPromise, streamSession, type SessionPromise } from "@sojourn/core/streaming";
import { onDestroy } from "svelte";
import { toStore } from "svelte/store";
import { setSessionClient } from "../session-context.ts";
import { refreshOnChange } from "./refresh-on-change.ts";

/** What `$app/navigation` exports, as far as it is needed here. */
export interface KitNavigation {
  beforeNavigate(
    callback: (navigation: {
      readonly complete: Promise<void>;
      readonly willUnload: boolean;
    }) => void,
  ): void;
  invalidateAll(): Promise<void>;
}

/** What a layout's `load` returns: the session, `undefined` if it is not known, or a promise. */
export type RenderedSession =
  | RegisteredSession
  | null
  | undefined
  | SessionPromise<RegisteredSession>;

/** Creates an `invalidateAll` that waits for the navigation which is under way. */
function createRefresh(
  session: () => RenderedSession,
  { beforeNavigate, invalidateAll }: KitNavigation,
): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  beforeNavigate(({ complete, willUnload }) => {
    // The browser may stay on the page after all, and the promise then stays pending.
    if (!willUnload) last = complete.catch(() => {});
  });

  async function whenArrived(): Promise<void> {
    const waited = last;
    await waited;
    if (waited !== last) await whenArrived();
  }

  return async () => {
    const before = session();
    // `goto` calls `beforeNavigate` some microtasks later.
    await new Promise((resolve) => setTimeout(resolve));
    // In SvelteKit 2, `invalidateAll` would end the navigation.
    await whenArrived();
    // If it is another one, the navigation has run the layout's `load`.
    if (session() === before) await invalidateAll();
  };
}

/**
 * Shares one session among the root's `+layout.svelte` and all below it, as `setSessionClient` does:
 * the session with which the server has rendered the page, what later navigations bring, and each
 * change in any tab, after which the `load` functions run again. If the session is a promise, the
 * status is "loading" until it resolves, and the browser reads nothing.
 *
 * @param session returns what the layout's `load` has returned: `() => data.session`
 * @param navigation the module `$app/navigation`, which exists only in the app
 * @param options those of the client. `basePath` is `/auth` by default, as in `@auth/sveltekit`
 * @returns the client
 * @throws TypeError if `basePath` or `baseUrl` cannot be parsed; outside of a component's
 *   initialisation an Error
 * @see https://svelte.dev/docs/kit/load
 */
export function setRenderedSession(
  session: () => RenderedSession,
  navigation: KitNavigation,
  options: Omit<SessionClientOptions<RegisteredSession>, "session"> = {},
): SessionClient<RegisteredSession> {
  const first = session();
  const known = isPromise(first) ? undefined : first;
  const client = setSessionClient(
    createSessionClient({ basePath: "/auth", ...options, session: known }),
  );
  const handOver = (next: RenderedSession): void => {
    if (isPromise(next)) streamSession(client, next);
    else client.hydrate(next);
  };
  // A promise has to be handed over before the session is used, so this does not wait for `onMount`.
  if (!isServer()) onDestroy(toStore(session).subscribe(handOver));
  // What a server renders without the session is what it renders for nobody.
  const rendered = first === undefined ? null : undefined;
  refreshOnChange(createRefresh(session, navigation), { rendered });
  return client;
}
