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

/**
 * Adds sign-in, sign-out and the endpoints that they need to a store. Returns a client unchanged.
 */
export function toSessionClient<S>(store: SessionStore<S>): SessionClient<S> {
  if ("signIn" in store) return store as SessionClient<S>;

  function signInOrOpenPopup(
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
    // The types of their results depend on `redirect`.
    signIn: signInOrOpenPopup as SessionClient<S>["signIn"],
    signOut: ((options?: SignOutOptions) => signOut(store, options)) as SessionClient<S>["signOut"],
  };
}

/**
 * Creates a session client: one observable session, the same in every tab of the browser. It does
 * nothing before the first subscriber or call.
 *
 * @throws TypeError if `basePath` or `baseUrl` cannot be parsed
 * @example
 * const client = createSessionClient();
 * client.subscribe(() => console.log(client.getSnapshot().status));
 */
export function createSessionClient<S extends SessionBase = RegisteredSession>(
  options: SessionClientOptions<S> = {},
): SessionClient<S> {
  // The output of the schema is `S`. This code only needs it to be a session.
  const schema = options.schema as SessionSchema<SessionBase> | undefined;
  const store = createSessionStore(options, (environment, timeoutMs) =>
    createParser(environment, schema, timeoutMs),
  );
  return toSessionClient(store);
}
