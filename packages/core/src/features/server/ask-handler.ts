/** Answers a request to the auth server, in the process of the app's server. */
export type AuthHandler = (request: Request) => Response | PromiseLike<Response>;

/** A `fetch` that calls a handler, and what the handler has set. */
export interface AskedHandler {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** The `Set-Cookie` headers of the last response. */
  readonly headers: Headers;
}

// By the address of the request Auth.js chooses the name of its cookie.
const FORWARDED = ["cookie", "host", "x-forwarded-host", "x-forwarded-proto"];

/** Creates a `fetch` that calls the handler with the request's cookies, and only with them. */
export function askHandler(request: Request, handler: AuthHandler): AskedHandler {
  const headers = new Headers();
  return {
    headers,
    async fetch(url, init) {
      const asked = new Request(url, init);
      for (const name of FORWARDED) {
        const value = request.headers.get(name);
        if (value !== null) asked.headers.set(name, value);
      }
      const response = await handler(asked);
      for (const cookie of response.headers.getSetCookie()) headers.append("Set-Cookie", cookie);
      return response;
    },
  };
}
