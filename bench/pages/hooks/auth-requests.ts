/** What people write by hand for an Auth.js server, as short as it gets. */

export interface HandSession {
  user?: { name?: string };
  expires: string;
}

async function getJson<T>(endpoint: string): Promise<T> {
  const response = await fetch(`/api/auth/${endpoint}`);
  if (!response.ok) throw new Error(`GET ${endpoint}: ${response.status}`);
  return response.json();
}

export async function fetchSession(): Promise<HandSession | null> {
  const session = await getJson<HandSession | null>("session");
  return session?.user ? session : null;
}

async function post(endpoint: string, fields: Record<string, string>): Promise<void> {
  const { csrfToken } = await getJson<{ csrfToken: string }>("csrf");
  const response = await fetch(`/api/auth/${endpoint}`, {
    method: "POST",
    headers: { "X-Auth-Return-Redirect": "1" },
    body: new URLSearchParams({ ...fields, csrfToken, callbackUrl: location.href }),
  });
  if (!response.ok) throw new Error(`POST ${endpoint}: ${response.status}`);
}

export function postCredentials(
  _provider: string,
  { username, password }: { username: string; password: string },
): Promise<void> {
  return post("callback/credentials", { username, password });
}

export function postSignOut(): Promise<void> {
  return post("signout", {});
}
