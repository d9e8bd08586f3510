/** What sends the requests of a browser: `fetch`, or a model of a server. */
export type Send = (url: string, init: SentRequest) => Promise<Response>;

/** A request with all that is looked at. */
export interface SentRequest {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** A browser's cookies, and the requests that carry them. */
export interface Browser {
  readonly cookies: Map<string, string>;
  send: Send;
}

/** Makes a browser without cookies. */
export function createBrowser(send: Send): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async send(url, init) {
      const cookie = [...cookies].map((pair) => pair.join("=")).join("; ");
      const headers = { ...init.headers, ...(cookie && { cookie }) };
      const response = await send(url, { ...init, headers });
      for (const line of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]*)=([^;]*)/.exec(line) ?? [];
        if (value) cookies.set(name, value);
        else cookies.delete(name);
      }
      return response;
    },
  };
}

/** Asks for the CSRF token of a browser. @returns an empty text if the server has no tokens */
export async function fetchToken(browser: Browser, authUrl: string): Promise<string> {
  const response = await browser.send(`${authUrl}/csrf`, { method: "GET", headers: {} });
  const data = response.ok ? ((await response.json()) as { csrfToken?: string }) : {};
  return data.csrfToken ?? "";
}
