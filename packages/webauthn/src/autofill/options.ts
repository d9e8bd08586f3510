import type { PasskeyOptions } from "../sign-in-with-passkey.ts";
import type { PasskeyResponse } from "../used-passkey.ts";

/** Options of the autofill. All other fields are those of a sign-in. */
export interface PasskeyAutofillOptions extends PasskeyOptions {
  action?: never;
  /** Called with the result of each sign-in, if `redirect` is `false`. */
  onAnswer?: (answer: PasskeyResponse) => void;
  /**
   * Called with what else has failed: a typed error, e.g. if the server cannot be reached, or a
   * `WebAuthnError`. By default it is ignored, because the page has other ways to sign in.
   */
  onError?: (error: unknown) => void;
}
