import type { AuthResult } from "../api/auth-result.ts";
import type { SignOutOptions } from "../types/sign-in.ts";
import { mutate, type Settle } from "./mutate.ts";
import type { MutationPorts } from "./ports.ts";

/** The address to go to. Where that is refused the page stays after all, and has to know who it is for. */
function toSafeUrl(
  { page, session }: MutationPorts,
  url: string,
  isFromServer: boolean,
  stays: boolean,
): string {
  try {
    return page.toSafeUrl(url, isFromServer);
  } catch (error) {
    if (!stays) session.send({ type: "asked" });
    throw error;
  }
}

/**
 * Runs a sign-in or sign-out, and goes where the server says, unless the page is to stay.
 *
 * @param post is given the address to come back to, and whether this page will be there afterwards
 * @param confirm finds out what the server holds then, where the page stays
 * @returns the result, if the page has not been left for it
 */
export async function mutateAndVisit(
  ports: MutationPorts,
  { callbackUrl, redirectTo, redirect = true }: SignOutOptions,
  post: (target: string, stays: boolean, settle: Settle) => Promise<AuthResult | undefined>,
  confirm: (target: string) => Promise<void> = ports.session.untilSettled,
): Promise<AuthResult | undefined> {
  const { session, page } = ports;
  const target = redirectTo ?? callbackUrl ?? page.pageUrl();
  const stays = !redirect || page.staysOnNavigate;
  const result = await mutate(session, false, (settle) => post(target, stays, settle));
  if (stays) await confirm(target);
  if (!result) {
    page.visitSignInPage(target);
    return undefined;
  }
  const url = result.url ?? target;
  const safeUrl = toSafeUrl(ports, url, !!result.url, stays);
  if (!redirect) return { ...result, url };
  page.navigate(safeUrl);
  return undefined;
}
