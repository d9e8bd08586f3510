import { fetchCsrfToken } from "../api/csrf.ts";
import { postSignIn } from "../api/sign-in.ts";
import type { AuthResult } from "../api/auth-result.ts";
import { SignInError } from "../errors.ts";
import type {
  ClientSafeProvider,
  SignInAuthorizationParams,
  SignInOptions,
} from "../types/sign-in.ts";
import { UNCERTAIN, type Settle } from "./mutate.ts";
import type { MutationPorts, SignInNeeds } from "./ports.ts";
import { postWithCsrfToken } from "./post-with-csrf-token.ts";
import { providerListOf } from "./provider-list.ts";

/** Returns the options that are sent to the server. */
export function fieldsOf(options: SignInOptions): Record<string, unknown> {
  return {
    ...options,
    callbackUrl: undefined,
    redirect: undefined,
    redirectTo: undefined,
    popup: undefined,
    ceremony: undefined,
  };
}

/**
 * Finds the provider, and posts the sign-in.
 *
 * @param prepared what `prepareSignIn` has asked for
 * @returns `undefined` if the server has no provider with this ID
 * @throws SignInError `no-providers`, CsrfError, SessionFetchError
 */
export async function requestSignIn(
  ports: MutationPorts,
  id: string,
  fields: Record<string, unknown> & { callbackUrl: string },
  authorizationParams: SignInAuthorizationParams | undefined,
  settle: Settle,
  prepared?: Promise<SignInNeeds>,
): Promise<{ provider: ClientSafeProvider; result: AuthResult } | undefined> {
  const { http } = ports;
  const controller = new AbortController();
  const asked =
    prepared ??
    Promise.all([providerListOf(ports).get(controller), fetchCsrfToken(http, controller)]);
  const [providers, token] = await asked.catch((error: unknown) => {
    // The other request is not needed any more.
    controller.abort();
    throw error;
  });
  if (!providers) throw new SignInError("no-providers", { detail: "is basePath right?" });
  const provider = Object.hasOwn(providers, id) ? providers[id] : undefined;
  if (!provider) return undefined;
  settle(UNCERTAIN);
  const result = await postWithCsrfToken(http, token, (csrfToken) =>
    postSignIn(http, { id, type: provider.type }, { ...fields, csrfToken }, authorizationParams),
  );
  return { provider, result };
}
