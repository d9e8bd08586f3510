import { fetchChallenge } from "../api/challenge.ts";
import { isDirect } from "../api/sign-in.ts";
import { errorOf, type AuthResult } from "../api/auth-result.ts";
import { SignInError } from "../errors.ts";
import { isSameUser } from "../session/identity.ts";
import type { SignInAuthorizationParams, SignInOptions, SignInResponse } from "../types/sign-in.ts";
import { abortable, type Settle } from "./mutate.ts";
import { mutateAndVisit } from "./mutate-and-visit.ts";
import type { MutationPorts } from "./ports.ts";
import { fieldsOf, requestSignIn } from "./request-sign-in.ts";

/** Runs the ceremony, if there is one. The user proves their identity before anything is posted. */
export async function runCeremony(
  { http }: MutationPorts,
  id: string,
  options: SignInOptions,
): Promise<Record<string, string> | undefined> {
  return options.ceremony?.(await fetchChallenge(http, id, fieldsOf(options)));
}

/**
 * Decides by the session whether an ambiguous answer is a success; see `AuthResult.isAmbiguous`.
 */
async function decideBySession(
  { session }: MutationPorts,
  result: AuthResult,
  settle: Settle,
): Promise<AuthResult> {
  const { cache, options } = session.get();
  const answer = await abortable(session, session.fetchSession);
  settle({ answer });
  // After a failure the previous user may still be signed in.
  const isNew = answer.session && !isSameUser(answer.session, cache.session, options.identify);
  return isNew ? result : { ...result, ok: false, error: errorOf(result.url ?? "") };
}

/** Signs in; see `SessionClient.signIn`. */
export async function signIn(
  ports: MutationPorts,
  id?: string,
  options: SignInOptions = {},
  authorizationParams?: SignInAuthorizationParams,
  proof?: Record<string, string>,
): Promise<SignInResponse | undefined> {
  const { page } = ports;
  const { callbackUrl, redirect, redirectTo } = options;
  if (!id) {
    page.visitSignInPage(redirectTo ?? callbackUrl ?? page.pageUrl());
    return undefined;
  }
  // The mutation that starts now makes it outdated.
  const prepared = ports.prepared?.take();
  const result = await mutateAndVisit(ports, options, async (target, staysOnPage, settle) => {
    const sent = { ...fieldsOf(options), ...proof, callbackUrl: target };
    const found = await requestSignIn(ports, id, sent, authorizationParams, settle, prepared);
    if (!found) {
      if (redirect !== false) return undefined;
      throw new SignInError("unknown-provider", { detail: id });
    }
    const { provider, result: answer } = found;
    if (answer.isAmbiguous) return decideBySession(ports, answer, settle);
    // Other providers only redirect the browser or send a message.
    const hasChanged = isDirect(provider.type) && answer.ok;
    settle({ needsRead: hasChanged && staysOnPage, hasChanged });
    return answer;
  });
  if (!result) return undefined;
  const { ok, status, error, code, url } = result;
  return { ok, status, error, code, url: (!error && url) || null };
}
