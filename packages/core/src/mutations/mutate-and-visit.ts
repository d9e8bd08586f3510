import type { AuthResult } from "../api/auth-result.ts";
import type { SignOutOptions } from "../types/sign-in.ts";
import { mutate, type Settle } from "./mutate.ts";
import type { MutationContext } from "./mutation-context.ts";

/** The address to go to. Where that is refused the page stays after all, and has to know who it is for. */
function toSafeUrl(
  context: MutationContext,
  url: string,
  isServersWord: boolean,
  stays: boolean,
): string {
  try {
    return context.toSafeUrl(url, isServersWord);
  } catch (error) {
    if (!stays) context.send({ type: "asked" });
    throw error;
  }
}

/**
 * Runs a sign-in or sign-out, and goes where the server says, unless the page is to stay.
 *
 * @param post is given the address to come back to, and whether this page will be there afterwards
 * @param confirm finds out what the server holds then, where the page stays
 * @returns the verdict, if the page has not been left for it
 */
export async function mutateAndVisit(
  context: MutationContext,
  { callbackUrl, redirectTo, redirect = true }: SignOutOptions,
  post: (target: string, stays: boolean, settle: Settle) => Promise<AuthResult | undefined>,
  confirm: (target: string) => Promise<void> = context.untilSettled,
): Promise<AuthResult | undefined> {
  const target = redirectTo ?? callbackUrl ?? context.pageUrl();
  const stays = !redirect || context.staysOnNavigate;
  const verdict = await mutate(context, false, (settle) => post(target, stays, settle));
  if (stays) await confirm(target);
  if (!verdict) {
    context.visitSignInPage(target);
    return undefined;
  }
  const url = verdict.url ?? target;
  const safeUrl = toSafeUrl(context, url, !!verdict.url, stays);
  if (!redirect) return { ...verdict, url };
  context.navigate(safeUrl);
  return undefined;
}
