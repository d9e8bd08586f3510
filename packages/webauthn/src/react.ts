import type { SignInAuthorizationParams } from "@sojourn/core";
import { signIn as signInByForm, type SignInResponse } from "@sojourn/react";
import { performCeremony } from "./perform-ceremony.ts";
import type { PasskeyOptions } from "./sign-in-with-passkey.ts";

/**
 * Signs in with a passkey, or registers one, with the client of the page's provider.
 * `next-auth/webauthn` exports it by this name.
 *
 * @throws WebAuthnError if the user cancels; and what `signIn` of `@sojourn/react` throws
 */
export function signIn(
  provider?: string,
  options?: PasskeyOptions<true>,
  authorizationParams?: SignInAuthorizationParams,
): Promise<void>;
export function signIn(
  provider?: string,
  options?: PasskeyOptions<false>,
  authorizationParams?: SignInAuthorizationParams,
): Promise<SignInResponse>;
export async function signIn(
  provider = "passkey",
  options: PasskeyOptions = {},
  authorizationParams?: SignInAuthorizationParams,
): Promise<SignInResponse | undefined | void> {
  return signInByForm(provider, { ...options, ceremony: performCeremony }, authorizationParams);
}
