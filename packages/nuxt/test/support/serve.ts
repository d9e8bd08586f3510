import { ada, createAuthServer, type AuthServer } from "@sojourn/testing";
import {
  createApp,
  defineEventHandler,
  fetchWithEvent,
  toWebHandler,
  toWebRequest,
  type H3Event,
  type H3EventContext,
} from "h3";
import plugin from "../../src/runtime/plugin.nitro.ts";

const COOKIE = "authjs.session-token=abc";

type Hook = (event: H3Event, response: { body?: unknown }) => unknown;

/** A server of Nitro, as far as the code under test needs it: it hands paths to the auth server. */
export interface Served {
  auth: AuthServer;
  /** `Set-Cookie` of the auth server's answers. */
  cookies: string[];
  get(headers?: Record<string, string>): Promise<Response>;
}

/** The hooks of the plugin, by name. */
function hooksOf(): Record<string, Hook> {
  const hooks: Record<string, Hook> = {};
  const hook = (name: string, listener: Hook) => void (hooks[name] = listener);
  plugin({ hooks: { hook } } as never);
  return hooks;
}

/**
 * Serves one handler, with the auth server in the same process. `middleware` is called for each
 * request, also for those that the app sends itself, and may answer it.
 */
export function serve(
  handle: (event: H3Event) => Promise<unknown>,
  middleware?: (event: H3Event) => unknown,
): Served {
  const auth = createAuthServer({ origin: "https://app.example", user: ada.user });
  const { request, beforeResponse } = hooksOf();

  const answer = toWebHandler(
    createApp({
      onRequest(event) {
        // h3 hides it behind Node's objects: a request of the test has no socket.
        event.node.req.headers["x-forwarded-proto"] = "https";
        // Nitro hands over the outer context there, and gives each event this function.
        const { outer, ...context } = event.context;
        Object.assign(event.node.req, { __unenv__: outer });
        event.context = context;
        event.fetch = (path, init) => fetchWithEvent(event, path, init, { fetch: answerPath });
        return request!(event, {}) as void;
      },
      onBeforeResponse: (event, response) => beforeResponse!(event, response) as void,
    }).use(
      defineEventHandler(async (event) => {
        const early = await middleware?.(event);
        if (early) return early;
        if (!event.path.startsWith("/api/auth")) return { answer: (await handle(event)) ?? null };
        const asking = auth.fetch(toWebRequest(event).url, { headers: event.headers });
        // Nitro answers so when a handler throws.
        const response = await asking.catch(() => new Response(null, { status: 500 }));
        for (const cookie of served.cookies) response.headers.append("set-cookie", cookie);
        return response;
      }),
    ),
  );

  const answerPath = ((path: string, init: RequestInit & { context: H3EventContext }) => {
    const asked = new Request(new URL(path, "https://app.example"), { headers: init.headers! });
    return answer(asked, { outer: init.context });
  }) as typeof fetch;

  const served: Served = {
    auth,
    cookies: [],
    get: (headers = {}) =>
      answer(new Request("https://app.example/page", { headers: { cookie: COOKIE, ...headers } })),
  };
  return served;
}
