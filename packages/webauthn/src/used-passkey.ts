import type { SignInResponse } from "@sojourn/core";

/** A passkey, as the functions that signal to the browser take it. */
export interface UsedPasskey {
  /** The domain name that the passkey belongs to. */
  rpId: string;
  /** The id of the passkey, in base64url. */
  credentialId: string;
  /** The server's id of the user, in base64url, if the passkey contains it. */
  userId?: string;
}

/** The auth result of a sign-in with a passkey, and which passkey it was. */
export interface PasskeyResponse extends SignInResponse {
  passkey?: UsedPasskey;
}

interface Asked {
  rpId?: string;
  rp?: { id?: string };
  user?: { id: string };
}

/**
 * Says which passkey was used, or created.
 *
 * @param asked the options of the server's challenge
 */
export function usedPasskeyOf(
  asked: Asked,
  credential: { id: string; response: object },
): UsedPasskey {
  const { rpId = asked.rp?.id ?? location.hostname, user } = asked;
  const { userHandle } = credential.response as { userHandle?: string };
  const userId = userHandle ?? user?.id;
  return { rpId, credentialId: credential.id, ...(userId !== undefined && { userId }) };
}
