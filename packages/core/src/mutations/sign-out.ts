import { readAuthResult, type AuthResult } from "../api/auth-result.ts";
import { fetchCsrfToken } from "../api/csrf.ts";
import type { Http } from "../api/http.ts";
import { postSignOut } from "../api/sign-out.ts";
import { SignInError } from "../errors.ts";
import type { SignOutOptions, SignOutResponse } from "../types/sign-in.ts";
import { confirmSignOut } from "./confirm-sign-out.ts";
import { UNCERTAIN, type Settle } from "./mutate.ts";
import { mutateAndVisit } from "./mutate-and-visit.ts";
import type { MutationPorts } from "./ports.ts";
import { postWithCsrfToken } from "./post-with-csrf-token.ts";

const NOBODY = { session: null, lifetimeMs: Infinity, isServerClock: false };

/** Posts the sign-out. @throws SignInError `refused` */
async function requestSignOut(http: Http, target: string, settle: Settle): Promise<AuthResult> {
  const token = await fetchCsrfToken(http);
  settle(UNCERTAIN);
  const result = await postWithCsrfToken(http, token, async (csrfToken) =>
    readAuthResult(await postSignOut(http, csrfToken, target), target),
  );
  if (result.ok) return result;
  throw new SignInError("refused", { detail: result.error, status: result.status });
}

/** Signs out; see `SessionClient.signOut`. */
export async function signOut(
  ports: MutationPorts,
  options: SignOutOptions,
): Promise<SignOutResponse | undefined> {
  const { session, http, page } = ports;
  const { session: signedOutUser } = session.get().cache;
  const result = await mutateAndVisit(
    ports,
    options,
    async (target, staysOnPage, settle) => {
      const answer = await requestSignOut(http, target, settle);
      if (!staysOnPage) page.leave();
      settle({ answer: NOBODY });
      return answer;
    },
    (target) => confirmSignOut(ports, signedOutUser, target),
  );
  // With `redirect: false` a result always has an address.
  return result && { url: result.url as string };
}
