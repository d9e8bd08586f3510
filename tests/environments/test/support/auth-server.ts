import { startLabServer, type LabServer } from "../../../lab/server/lab-server.ts";

/** An Auth.js server on the loopback that knows by their cookie who is asking. */
export interface AuthServer extends LabServer {
  /** Signs somebody in by a password, and gives the cookie that a browser would keep. */
  cookieOf(username: string, password: string): Promise<string>;
}

export async function startAuthServer(
  options: Partial<Parameters<typeof startLabServer>[0]> = {},
): Promise<AuthServer> {
  const lab = await startLabServer({ dialect: "v5", ...options });

  async function cookieOf(username: string, password: string): Promise<string> {
    const csrf = await fetch(`${lab.url}/api/auth/csrf`);
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const signedIn = await fetch(`${lab.url}/api/auth/callback/credentials`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: toCookie(csrf), "X-Auth-Return-Redirect": "1" },
      body: new URLSearchParams({ username, password, csrfToken, callbackUrl: lab.url }),
    });
    return toCookie(signedIn);
  }

  return Object.assign(lab, { cookieOf });
}

function toCookie({ headers }: Response): string {
  return headers
    .getSetCookie()
    .map((it) => it.split(";")[0])
    .join("; ");
}
