import { fetchCsrfToken } from "../api/csrf.ts";
import type { Verdict } from "../api/verdict.ts";
import { CsrfError } from "../errors.ts";
import type { Settlement } from "../session/event.ts";
import type { SignOutOptions } from "../types/sign-in.ts";
import type { MutationContext } from "./mutation-context.ts";

/** Is told what the mutation would leave behind if it ended now. */
export type Settle = (settlement: Settlement) => void;

/** A request is on its way, and without its answer only a read can tell what the server holds. */
export const UNCERTAIN: Settlement = { needsRead: true };

/** Runs a mutation between its two events, so that no tab applies a read that was asked before it. */
export async function mutate<T>(
  { send }: MutationContext,
  isUpdate: boolean,
  run: (settle: Settle) => Promise<T>,
): Promise<T> {
  let settlement: Settlement = {};
  send({ type: "mutationStarted", isUpdate });
  try {
    return await run((next) => {
      settlement = next;
    });
  } finally {
    send({ type: "mutationSettled", isUpdate, ...settlement });
  }
}

/** Makes requests that the next sign-in or sign-out of any tab aborts, lest they set the cookie again. */
export async function renew<T>(
  { renewals }: MutationContext,
  run: (controller: AbortController) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  renewals.add(controller);
  try {
    return await run(controller);
  } finally {
    renewals.delete(controller);
  }
}

/**
 * Posts with a CSRF token, and once more with a fresh one if it is refused: another tab's request
 * may have replaced the cookie that it belongs to.
 *
 * @throws CsrfError if the second token is refused too
 */
export async function postWithCsrfToken<T>(
  { http }: MutationContext,
  csrfToken: string,
  post: (csrfToken: string) => Promise<T>,
): Promise<T> {
  try {
    return await post(csrfToken);
  } catch (error) {
    if (!(error instanceof CsrfError)) throw error;
    return post(await fetchCsrfToken(http));
  }
}

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
  post: (target: string, stays: boolean, settle: Settle) => Promise<Verdict | undefined>,
  confirm: (target: string) => Promise<void> = context.untilSettled,
): Promise<Verdict | undefined> {
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
