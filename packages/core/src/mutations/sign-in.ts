import { fetchChallenge } from "../api/passkey.ts";
import { isDirect } from "../api/sign-in.ts";
import { SignInError } from "../errors.ts";
import type { SignInAuthorizationParams, SignInOptions, SignInResponse } from "../types/sign-in.ts";
import { mutateAndVisit } from "./mutate.ts";
import type { MutationContext } from "./mutation-context.ts";
import { fieldsOf, requestSignIn } from "./request-sign-in.ts";

/** Has the visitor prove who they are, where that is done before anything is posted. */
export async function prove(
  { http }: MutationContext,
  id: string,
  options: SignInOptions,
): Promise<Record<string, string> | undefined> {
  return options.ceremony?.(await fetchChallenge(http, id, fieldsOf(options)));
}

/** Signs in; see `SessionClient.signIn`. */
export async function signIn(
  context: MutationContext,
  id?: string,
  options: SignInOptions = {},
  authorizationParams?: SignInAuthorizationParams,
  proof?: Record<string, string>,
): Promise<SignInResponse | undefined> {
  const { callbackUrl, redirect, redirectTo } = options;
  if (!id) {
    context.visitSignInPage(redirectTo ?? callbackUrl ?? context.pageUrl());
    return undefined;
  }
  const verdict = await mutateAndVisit(context, options, async (target, stays, settle) => {
    const sent = { ...fieldsOf(options), ...proof, callbackUrl: target };
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
  return verdict && { ...verdict, url: (!verdict.error && verdict.url) || null };
}
