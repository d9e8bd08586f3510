import { fetchCsrfToken } from "../api/csrf.ts";
import { postSignIn } from "../api/sign-in.ts";
import { SignInError } from "../errors.ts";
import type { SignInAuthorizationParams, SignInOptions, SignInResponse } from "../types/sign-in.ts";
import { mutateAndVisit, postWithCsrfToken, UNCERTAIN } from "./mutate.ts";
import type { MutationContext } from "./mutation-context.ts";

/** Signs in; see `SessionClient.signIn`. */
export async function signIn(
  context: MutationContext,
  id?: string,
  options: SignInOptions = {},
  authorizationParams?: SignInAuthorizationParams,
): Promise<SignInResponse | undefined> {
  const { callbackUrl, redirect, redirectTo, ...fields } = options;
  if (!id) {
    context.visitSignInPage(redirectTo ?? callbackUrl ?? context.pageUrl());
    return undefined;
  }
  const verdict = await mutateAndVisit(context, options, async (target, stays, settle) => {
    const [providers, token] = await Promise.all([
      context.providers(),
      fetchCsrfToken(context.http),
    ]);
    if (!providers) throw new SignInError("no-providers", { about: "is basePath right?" });
    const provider = Object.hasOwn(providers, id) ? providers[id] : undefined;
    if (!provider) {
      if (redirect !== false) return undefined;
      throw new SignInError("unknown-provider", { about: id });
    }
    settle(UNCERTAIN);
    const answer = await postWithCsrfToken(context, token, (csrfToken) =>
      postSignIn(
        context.http,
        provider,
        { ...fields, csrfToken, callbackUrl: target },
        authorizationParams,
      ),
    );
    // Other providers only send the browser or a message on its way.
    const hasChanged = provider.type === "credentials" && answer.ok;
    settle({ needsRead: hasChanged && stays, hasChanged });
    return answer;
  });
  if (!verdict) return undefined;
  const { error, code, status, ok, url = null } = verdict;
  return { error, code, status, ok, url: error ? null : url };
}
