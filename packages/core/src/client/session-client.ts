import { createParser } from "../api/schema.ts";
import { getCsrfToken, getProviders, signIn, signOut } from "./session-actions.ts";
import { signInByPopup } from "./session-popup.ts";
import { createSessionStore } from "./session-store.ts";
import type { SessionClient, SessionStore } from "../types/client.ts";
import type { SessionClientOptions } from "../types/options.ts";
import type { SessionSchema } from "../types/schema.ts";
import type { RegisteredSession, SessionBase } from "../types/session.ts";
import type {
  SignInAuthorizationParams,
  SignInOptions,
  SignInResponse,
  SignOutOptions,
} from "../types/sign-in.ts";

/** A store with all that can be done with it; a client stays what it is. */
export function toSessionClient<S>(store: SessionStore<S>): SessionClient<S> {
  if ("signIn" in store) return store as SessionClient<S>;

  function start(
    id?: string,
    options?: SignInOptions | FormData,
    params?: SignInAuthorizationParams,
  ): Promise<SignInResponse | undefined> {
    const { popup } = (options ?? {}) as SignInOptions;
    if (id && popup) return signInByPopup(store, id, options, params);
    return signIn(store, id, options, params);
  }

  return {
    ...store,
    getProviders: () => getProviders(store),
    getCsrfToken: () => getCsrfToken(store),
    // What these resolve to follows from `redirect`.
    signIn: start as SessionClient<S>["signIn"],
    signOut: ((options?: SignOutOptions) => signOut(store, options)) as SessionClient<S>["signOut"],
  };
}

/**
 * Makes a session client: one observable session, the same in every tab of the browser. Nothing
 * happens before somebody subscribes or asks.
 *
 * @throws TypeError if `basePath` or `baseUrl` cannot be parsed
 * @example
 * const client = createSessionClient();
 * client.subscribe(() => console.log(client.getSnapshot().status));
 */
export function createSessionClient<S extends SessionBase = RegisteredSession>(
  options: SessionClientOptions<S> = {},
): SessionClient<S> {
  // The schema's output is `S`, of which nothing in here asks more than a session.
  const schema = options.schema as SessionSchema<SessionBase> | undefined;
  const store = createSessionStore(options, (environment, timeoutMs) =>
    createParser(environment, schema, timeoutMs),
  );
  return toSessionClient(store);
}
