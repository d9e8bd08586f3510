import type { AuthResult } from "../api/auth-result.ts";
import { toSafeRedirect } from "../api/safe-redirect.ts";
import type { SignOutOptions } from "../types/sign-in.ts";
import { mutate, type Settle } from "./mutate.ts";
import type { MutationPorts } from "./ports.ts";

/**
 * Returns the address to go to. If the address is refused the page stays, and the session has to be
 * read.
 */
function resolveTarget(
  { page, session }: MutationPorts,
  url: string,
  isFromServer: boolean,
  staysOnPage: boolean,
): string {
  try {
    return toSafeRedirect(url, page.pageUrl(), isFromServer);
  } catch (error) {
    if (!staysOnPage) session.send({ type: "asked" });
    throw error;
  }
}

/**
 * Runs a sign-in or sign-out, and then goes where the server says, unless the page is to stay.
 *
 * @param post receives the address to come back to, and whether this page stays
 * @param confirm finds out the session that the server has afterwards, if the page stays
 * @returns the result, or `undefined` if the page goes elsewhere
 */
export async function mutateAndVisit(
  ports: MutationPorts,
  { callbackUrl, redirectTo, redirect = true }: SignOutOptions,
  post: (target: string, staysOnPage: boolean, settle: Settle) => Promise<AuthResult | undefined>,
  confirm: (target: string) => Promise<void> = ports.session.untilSettled,
): Promise<AuthResult | undefined> {
  const { session, page } = ports;
  const target = redirectTo ?? callbackUrl ?? page.pageUrl();
  const staysOnPage = !redirect || page.staysOnNavigate;
  const result = await mutate(session, false, (settle) => post(target, staysOnPage, settle));
  if (staysOnPage) await confirm(target);
  if (!result) {
    page.visitSignInPage(target);
    return undefined;
  }
  const url = result.url ?? target;
  const safeUrl = resolveTarget(ports, url, !!result.url, staysOnPage);
  if (!redirect) return { ...result, url };
  page.navigate(safeUrl);
  return undefined;
}
