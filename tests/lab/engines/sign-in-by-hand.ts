/** Runs in a page without any client: sets the cookie, and tells the status of the answer. */
export async function signInByHand(credentials: Record<string, string>): Promise<number> {
  const { csrfToken } = await (await fetch("/api/auth/csrf")).json();
  const { status } = await fetch("/api/auth/callback/credentials", {
    method: "POST",
    headers: { "X-Auth-Return-Redirect": "1" },
    body: new URLSearchParams({ csrfToken, ...credentials, json: "true" }),
  });
  return status;
}
