import { isDirect } from "../../api/sign-in.ts";
import { withoutForm } from "../../api/to-json.ts";
import { signIn } from "../../client/session-actions.ts";
import { isFramed } from "../../environment/browser/storage-access.ts";
import { CookiesBlockedError, CsrfError } from "../../errors.ts";
import { portsOf } from "../../mutations/ports.ts";
import { providerListOf } from "../../mutations/provider-list.ts";
import type { SessionStore } from "../../types/client.ts";
import type {
  SignInAuthorizationParams,
  SignInOptions,
  SignInResponse,
} from "../../types/sign-in.ts";
import { cookieAccessOf } from "./cookie-access.ts";

/**
 * Signs in from a frame of another site, with credentials or a passkey. The page stays. The same as
 * `signIn` with `redirect: false`, but it says if the browser has not kept the cookies. Providers
 * whose pages the user has to visit need `signInFromFrame`.
 *
 * @throws CookiesBlockedError if the server has signed the user in, or has refused the CSRF token,
 *   and the browser does not keep the server's cookies
 * @throws SignInError, CsrfError, SessionFetchError, UnsafeRedirectError as `signIn`
 * @throws TypeError if `store` is not a session store
 */
export async function signInEmbedded<S>(
  store: SessionStore<S>,
  id: string,
  options: SignInOptions | FormData = {},
  params?: SignInAuthorizationParams,
): Promise<SignInResponse> {
  const ports = portsOf(store);
  const { page, session } = ports;
  const blocked = (cause?: unknown): CookiesBlockedError =>
    new CookiesBlockedError("cookies-blocked", { url: page.authHref, detail: id, cause });

  const staying = { ...withoutForm(options), redirect: false };
  const response = await signIn(store, id, staying, params).catch(async (error: unknown) => {
    const isRefused = error instanceof CsrfError && (await cookieAccessOf(store)) === "blocked";
    throw isRefused ? blocked(error) : error;
  });
  // With `redirect: false` there is always a response.
  const { ok } = response as SignInResponse;
  const providers = ok && isFramed() && (await providerListOf(ports).get(new AbortController()));
  const { cache, failure } = session.get();
  // Other providers have only begun.
  const type = providers ? providers[id]?.type : undefined;
  if (type && isDirect(type) && !cache.session && !failure.error) throw blocked();
  return response as SignInResponse;
}
