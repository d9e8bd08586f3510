import type { Environment } from "@sojourn/core";

type Fetch = Environment["fetch"];

/**
 * Ends the session on the server, by a sign-out as that of a form. The client is not told.
 *
 * @param url the address of the session endpoint
 * @param read the options of a read
 * @returns the session that the server had; `undefined` if it had none, or refused to end it
 */
export async function endOnServer(
  fetch: Fetch,
  url: string,
  read: RequestInit,
  callbackUrl: string,
): Promise<object | undefined> {
  // The client may abort its read meanwhile.
  const init = { ...read, signal: null };
  const base = url.replace(/\/session$/, "");
  try {
    const session: unknown = await (await fetch(url, init)).json();
    // next-auth 4 answers `{}` if nobody is signed in, Auth.js 5 `null`.
    if (typeof session !== "object" || !session || !Object.keys(session).length) return undefined;
    const { csrfToken } = await (await fetch(`${base}/csrf`, init)).json();
    const body = new URLSearchParams({ csrfToken, callbackUrl, json: "true" });
    const headers = { ...init.headers, "X-Auth-Return-Redirect": "1" };
    const { ok } = await fetch(`${base}/signout`, { ...init, method: "POST", headers, body });
    return ok ? session : undefined;
  } catch {
    // The list of requests says why.
    return undefined;
  }
}
