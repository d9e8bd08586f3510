import type { Environment } from "@sojourn/core";

type Fetch = Environment["fetch"];

async function sessionOnServer(
  fetch: Fetch,
  url: string,
  init: RequestInit,
): Promise<object | null> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(String(response.status));
  const session: unknown = await response.json();
  // next-auth 4 answers `{}` if nobody is signed in, Auth.js 5 `null`.
  const isSession = typeof session === "object" && session && Object.keys(session).length > 0;
  return isSession ? session : null;
}

/**
 * Ends the session on the server, by a sign-out as that of a form. The client is not told.
 *
 * @param url the address of the session endpoint
 * @param read the options of a read
 * @returns the session that the server had; `null` if it had none; `undefined` if it did not end it
 */
export async function endOnServer(
  fetch: Fetch,
  url: string,
  read: RequestInit,
  callbackUrl: string,
): Promise<object | null | undefined> {
  // The client may abort its read meanwhile.
  const init = { ...read, signal: null };
  const base = url.replace(/\/session$/, "");
  try {
    const session = await sessionOnServer(fetch, url, init);
    if (!session) return null;
    const { csrfToken } = await (await fetch(`${base}/csrf`, init)).json();
    const body = new URLSearchParams({ csrfToken, callbackUrl, json: "true" });
    const headers = { ...init.headers, "X-Auth-Return-Redirect": "1" };
    await fetch(`${base}/signout`, { ...init, method: "POST", headers, body });
    // A server that refuses the token may answer with 200, too.
    return (await sessionOnServer(fetch, url, init)) ? undefined : session;
  } catch {
    // The list of requests says why.
    return undefined;
  }
}
