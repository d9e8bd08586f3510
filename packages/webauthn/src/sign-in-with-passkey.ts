import type {
  SessionBase,
  SessionClient,
  SignInAuthorizationParams,
  SignInOptions,
} from "@sojourn/core";
import type { Challenge } from "./challenge.ts";
import { performCeremony } from "./perform-ceremony.ts";
import { usedPasskeyOf, type PasskeyResponse, type UsedPasskey } from "./used-passkey.ts";

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
 * Signs in with a passkey, or registers one. Resolves and rejects like `client.signIn`, and the
 * answer also says which passkey was used.
 *
 * @param provider the id of the server's WebAuthn provider
 * @throws WebAuthnError if the user cancels; and what `client.signIn` throws
 * @see https://authjs.dev/getting-started/providers/passkey
 */
export async function signInWithPasskey<S extends SessionBase>(
  client: Pick<SessionClient<S>, "signIn">,
  provider = "passkey",
  options: PasskeyOptions = {},
  authorizationParams?: SignInAuthorizationParams,
): Promise<PasskeyResponse | undefined> {
  let passkey: UsedPasskey | undefined;

  async function ceremony(challenge: unknown): Promise<Record<string, string>> {
    const fields = await performCeremony(challenge);
    passkey = usedPasskeyOf((challenge as Challenge).options, JSON.parse(fields["data"] ?? ""));
    return fields;
  }

  const answer = await client.signIn(provider, { ...options, ceremony }, authorizationParams);
  // The second click of a double click has no ceremony of its own, and gets the same object.
  return answer && passkey ? Object.assign(answer, { passkey }) : answer;
}
