import { fetchCsrfToken } from "../api/csrf.ts";
import { postSignOut } from "../api/sign-out.ts";
import { SignInError } from "../errors.ts";
import type { SignOutOptions, SignOutResponse } from "../types/sign-in.ts";
import { mutateAndVisit, postWithCsrfToken, UNCERTAIN } from "./mutate.ts";
import type { MutationContext } from "./mutation-context.ts";

/** Signs out; see `SessionClient.signOut`. */
export async function signOut(
  context: MutationContext,
  options: SignOutOptions = {},
): Promise<SignOutResponse | undefined> {
  const outcome = await mutateAndVisit(context, options, async (target, stays, settle) => {
    const token = await fetchCsrfToken(context.http);
    settle(UNCERTAIN);
    const verdict = await postWithCsrfToken(context, token, (csrfToken) =>
      postSignOut(context.http, csrfToken, target),
    );
    if (!verdict.ok)
      throw new SignInError("refused", { about: verdict.error, status: verdict.status });
    if (!stays) context.leave();
    settle({ answer: { session: null, lifetimeMs: Infinity }, needsRead: stays });
    return verdict;
  });
  // With `redirect: false` a verdict always has an address.
  return outcome && { url: outcome.url as string };
}
