import { fetchCsrfToken } from "../api/csrf.ts";
import { postSignOut } from "../api/sign-out.ts";
import type { AuthResult } from "../api/auth-result.ts";
import { SignInError } from "../errors.ts";
import type { SignOutOptions, SignOutResponse } from "../types/sign-in.ts";
import { confirmSignOut } from "./confirm-sign-out.ts";
import { UNCERTAIN, type Settle } from "./mutate.ts";
import { mutateAndVisit } from "./mutate-and-visit.ts";
import type { MutationContext } from "./mutation-context.ts";
import { postWithCsrfToken } from "./post-with-csrf-token.ts";

const NOBODY = { session: null, lifetimeMs: Infinity, isServerClock: false };

/** Posts the sign-out. @throws SignInError `refused` */
async function requestSignOut(
  context: MutationContext,
  target: string,
  settle: Settle,
): Promise<AuthResult> {
  const token = await fetchCsrfToken(context.http);
  settle(UNCERTAIN);
  const verdict = await postWithCsrfToken(context, token, (csrfToken) =>
    postSignOut(context.http, csrfToken, target),
  );
  if (verdict.ok) return verdict;
  throw new SignInError("refused", { detail: verdict.error, status: verdict.status });
}

/** Signs out; see `SessionClient.signOut`. */
export async function signOut(
  context: MutationContext,
  options: SignOutOptions,
): Promise<SignOutResponse | undefined> {
  const { session } = context.get().cache;
  const outcome = await mutateAndVisit(
    context,
    options,
    async (target, stays, settle) => {
      const verdict = await requestSignOut(context, target, settle);
      if (!stays) context.leave();
      settle({ answer: NOBODY });
      return verdict;
    },
    (target) => confirmSignOut(context, session, target),
  );
  // With `redirect: false` a verdict always has an address.
  return outcome && { url: outcome.url as string };
}
