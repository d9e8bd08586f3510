import { withoutForm } from "../api/to-json.ts";
import type { SignInAuthorizationParams, SignInOptions } from "../types/sign-in.ts";

/** What a caller of a sign-in has asked for. */
export interface SignInRequest {
  options: SignInOptions;
  /** Two sign-ins with equal keys ask for the same, as two clicks of a double click do. */
  key: readonly unknown[];
}

/** Reads the arguments of a sign-in. */
export function signInRequestOf(
  id: string | undefined,
  given: SignInOptions | FormData | undefined,
  params: SignInAuthorizationParams | undefined,
): SignInRequest {
  // The fields of a form go to the provider, like all options that a sign-in does not know.
  const options = withoutForm(given ?? {}) as SignInOptions;
  return { options, key: [id, options, params && String(new URLSearchParams(params))] };
}
