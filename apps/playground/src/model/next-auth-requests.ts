import type { Environment } from "@sojourn/core";

/** A session, as next-auth's client passes it on. */
export interface NextAuthSession {
  readonly user: { readonly name: string };
  readonly expires: string;
}

const PATH = "/api/auth";

/** Creates the requests of next-auth 4's client, as a model. It has no timeout, and aborts nothing. */
export function createNextAuthRequests(environment: Environment) {
  /** Any failure is `null`, and so is an empty object. */
  async function ask<T>(endpoint: string, body?: object): Promise<T | null> {
    try {
      const headers = { "Content-Type": "application/json" };
      const init = body ? { method: "POST", headers, body: JSON.stringify(body) } : { headers };
      const response = await environment.fetch(`${PATH}/${endpoint}`, init);
      const data = await response.json();
      return response.ok && Object.keys(data).length > 0 ? data : null;
    } catch {
      return null;
    }
  }

  async function getCsrfToken(): Promise<string | undefined> {
    const answer = await ask<{ csrfToken: string }>("csrf");
    return answer?.csrfToken;
  }

  async function post(endpoint: string, fields: Record<string, string>) {
    const all = { ...fields, csrfToken: String(await getCsrfToken()), json: "true" };
    const body = new URLSearchParams({ ...all, callbackUrl: environment.pageUrl() ?? "" });
    const response = await environment.fetch(`${PATH}/${endpoint}`, { method: "POST", body });
    return { isOk: response.ok, data: (await response.json()) as { url: string } };
  }

  return {
    readSession: () => ask<NextAuthSession>("session"),
    async update(data: object) {
      const csrfToken = await getCsrfToken();
      return ask<NextAuthSession>("session", { csrfToken, data });
    },
    /** Resolves to nothing if the page is sent to the error page. */
    async signIn(credentials: Record<string, string>) {
      const providers = await ask("providers");
      if (!providers) return void environment.navigate(`${PATH}/error`);
      const { isOk, data } = await post("callback/credentials", {
        ...credentials,
        redirect: "false",
      });
      return { isOk, error: new URL(data.url).searchParams.get("error") ?? undefined };
    },
    signOut: () => post("signout", {}),
  };
}
