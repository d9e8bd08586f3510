import { ada, createAuthServer, type AuthServer } from "@sojourn/testing";
import { createApp, defineEventHandler, toWebHandler, type H3Event } from "h3";

const COOKIE = "authjs.session-token=abc";

/** A server of Nitro, as far as the code under test needs it: it hands paths to the auth server. */
export interface Served {
  auth: AuthServer;
  /** `Set-Cookie` of the auth server's answers. */
  cookies: string[];
  get(headers?: Record<string, string>): Promise<Response>;
}

/** Serves one handler, with the auth server in the same process. */
export function serve(handle: (event: H3Event) => Promise<unknown>): Served {
  const auth = createAuthServer({ origin: "https://app.example", user: ada.user });
  const served: Served = {
    auth,
    cookies: [],
    get: (headers = {}) =>
      answer(new Request("https://app.example/page", { headers: { cookie: COOKIE, ...headers } })),
  };
  const handler = defineEventHandler(async (event) => {
    // h3 hides it behind Node's objects: a request of the test has no socket.
    event.node.req.headers["x-forwarded-proto"] = "https";
    // Nitro gives each event one that answers a path in this process.
    event.fetch = async (path, init) => {
      const response = await auth.fetch(new URL(String(path), "https://app.example"), init);
      for (const cookie of served.cookies) response.headers.append("set-cookie", cookie);
      return response;
    };
    return { answer: (await handle(event)) ?? null };
  });
  const answer = toWebHandler(createApp().use(handler));
  return served;
}
