import { fetchChallenge } from "../api/passkey.ts";
import { isDirect } from "../api/sign-in.ts";
import { SignInError } from "../errors.ts";
import type { SignInAuthorizationParams, SignInOptions, SignInResponse } from "../types/sign-in.ts";
import { mutateAndVisit } from "./mutate.ts";
import type { MutationContext } from "./mutation-context.ts";
import { fieldsOf, requestSignIn } from "./request-sign-in.ts";

/** Signs in; see `SessionClient.signIn`. */
export async function signIn(
  context: MutationContext,
  id?: string,
  options: SignInOptions = {},
  authorizationParams?: SignInAuthorizationParams,
): Promise<SignInResponse | undefined> {
  const { callbackUrl, redirect, redirectTo, ceremony } = options;
  if (!id) {
    context.visitSignInPage(redirectTo ?? callbackUrl ?? context.pageUrl());
    return undefined;
  }
  // Before anything is held back: people take their time.
  const fields = fieldsOf(options);
  const proof = await ceremony?.(await fetchChallenge(context.http, id, fields));
  const verdict = await mutateAndVisit(context, options, async (target, stays, settle) => {
    const sent = { ...fields, ...proof, callbackUrl: target };
    const found = await requestSignIn(context, id, sent, authorizationParams, settle);
    if (!found) {
      if (redirect !== false) return undefined;
      throw new SignInError("unknown-provider", { about: id });
    }
    const { provider, verdict: answer } = found;
    // Other providers only send the browser or a message on its way.
    const hasChanged = isDirect(provider.type) && answer.ok;
    settle({ needsRead: hasChanged && stays, hasChanged });
    return answer;
  });
  if (!verdict) return undefined;
  const { error, code, status, ok, url = null } = verdict;
  return { error, code, status, ok, url: error ? null : url };
}
