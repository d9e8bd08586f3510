import { fetchCsrfToken } from "../api/csrf.ts";
import type { Providers } from "../api/providers.ts";
import { portsOf } from "../mutations/ports.ts";
import { prepareSignIn as runPrepareSignIn } from "../mutations/prepare-sign-in.ts";
import { providerListOf } from "../mutations/provider-list.ts";
import { runCeremony, signIn as runSignIn } from "../mutations/sign-in.ts";
import { signOut as runSignOut } from "../mutations/sign-out.ts";
import { isUnknown } from "../session/state/cache.ts";
import type { SessionStore } from "../types/client.ts";
import type {
  SignInAuthorizationParams,
  SignInOptions,
  SignInResponse,
  SignOutOptions,
  SignOutResponse,
} from "../types/sign-in.ts";
import { isUnobserved } from "../session/state/tab.ts";
import { signInRequestOf } from "./sign-in-request.ts";

/**
 * Signs in with a store; see `SessionClient.signIn`. It does not support popups, which
 * `signInByPopup` opens.
 *
 * @throws SignInError, CsrfError, SessionFetchError, UnsafeRedirectError
 * @throws TypeError with the option `popup`, or if `store` is not a session store
 */
export async function signIn<S>(
  store: SessionStore<S>,
  id?: string,
  given?: SignInOptions | FormData,
  params?: SignInAuthorizationParams,
): Promise<SignInResponse | undefined> {
  const ports = portsOf(store);
  const { enqueue, whenShown } = ports;
  const { options, key } = signInRequestOf(id, given, params);
  if (id && options.popup) throw new TypeError("signIn opens no popup here: import signInByPopup.");
  const post = (proof?: Record<string, string>): Promise<SignInResponse | undefined> =>
    enqueue("mutation", ["in", ...key, proof], () =>
      whenShown(() => runSignIn(ports, id, options, params, proof)),
    );
  if (!id || !options.ceremony) return post();
  // A double click starts one ceremony only.
  return enqueue("ceremony", key, () =>
    whenShown(async () => post(await runCeremony(ports, id, options))),
  );
}

/**
 * Asks for the list of providers and the CSRF token ahead, so that a sign-in that follows begins
 * with its POST. Call it when a sign-in is likely, e.g. when the pointer enters the button. Further
 * calls ask nothing, until the token is five minutes old, or somebody has signed in or out. It
 * counts as a subscriber meanwhile: if no session is known yet, that is read, too.
 *
 * @returns a promise that never rejects. After a failure the sign-in asks by itself
 */
export async function prepareSignIn<S>(store: SessionStore<S>): Promise<void> {
  try {
    const ports = portsOf(store);
    await ports.whenShown(() => runPrepareSignIn(ports));
  } catch {
    // The handler of a hover has nobody to tell. A sign-in reports what is wrong.
  }
}

/**
 * Signs out with a store; see `SessionClient.signOut`.
 *
 * @throws SignInError, CsrfError, SessionFetchError, UnsafeRedirectError
 * @throws TypeError if `store` is not a session store
 */
export async function signOut<S>(
  store: SessionStore<S>,
  options?: SignOutOptions,
): Promise<SignOutResponse | undefined> {
  const ports = portsOf(store);
  return ports.enqueue("mutation", ["out", options], () =>
    ports.whenShown(() => runSignOut(ports, options ?? {})),
  );
}

/** Asks `GET /providers`; see `SessionClient.getProviders`. @throws SessionFetchError */
export async function getProviders<S>(store: SessionStore<S>): Promise<Providers | null> {
  return providerListOf(portsOf(store)).fetch();
}

/** Asks `GET /csrf`; see `SessionClient.getCsrfToken`. @throws SessionFetchError */
export async function getCsrfToken<S>(store: SessionStore<S>): Promise<string> {
  const { session, http } = portsOf(store);
  // The first read sets the CSRF cookie, too. The token must belong to the last cookie, so it comes
  // after that read.
  const state = session.get();
  if (!isUnobserved(state) && isUnknown(state)) session.send({ type: "asked" });
  await session.untilSettled();
  return fetchCsrfToken(http);
}
