import type {
  SessionBase,
  SessionClient,
  SignInAuthorizationParams,
  SignInOptions,
  SignInResponse,
} from "@sojourn/core";
import { performCeremony } from "./perform-ceremony.ts";

/**
 * Options of a sign-in with a passkey. All other fields, such as `email`, are sent to the server.
 */
export interface PasskeyOptions<R extends boolean = boolean> extends SignInOptions<R> {
  /** `"register"` creates a new passkey. By default the server decides. */
  action?: "authenticate" | "register";
  ceremony?: never;
  popup?: never;
}

/**
 * Signs in with a passkey, or registers one. Resolves and rejects like `client.signIn`.
 *
 * @param provider the id of the server's WebAuthn provider
 * @throws WebAuthnError if the user cancels; and what `client.signIn` throws
 * @see https://authjs.dev/getting-started/providers/passkey
 */
export function signInWithPasskey<S extends SessionBase>(
  client: Pick<SessionClient<S>, "signIn">,
  provider = "passkey",
  options: PasskeyOptions = {},
  authorizationParams?: SignInAuthorizationParams,
): Promise<SignInResponse | undefined> {
  return client.signIn(provider, { ...options, ceremony: performCeremony }, authorizationParams);
}
