import type { User } from "@sojourn/core";
import { findAccount } from "../fixtures.ts";
import { createEndpoints, CSRF_TOKEN } from "./create-endpoints.ts";
import { createSessions } from "./create-sessions.ts";
import { receive } from "./receive.ts";
import { type RequestLike, toRequest, withDate } from "./web.ts";
import type { AuthServer, AuthServerOptions, FakeProvider, ReceivedRequest } from "./types.ts";

const THIRTY_DAYS = 30 * 24 * 60 * 60;

const defaultProviders: readonly FakeProvider[] = [
  { id: "credentials", name: "Password", type: "credentials" },
  { id: "github", name: "GitHub", type: "oauth" },
  { id: "email", name: "Email", type: "email" },
];

function takeName(user: User, data: unknown): User {
  const { name } = Object(data) as { name?: unknown };
  return typeof name === "string" ? { ...user, name } : user;
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = (): void => reject(new DOMException("The request was aborted", "AbortError"));
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
  });
}

/**
 * Creates a fake Auth.js server for one user. It answers as next-auth v4 or Auth.js v5 does, checks
 * CSRF tokens, and fails when a test sets a fault. It uses no network: to answer the requests of a
 * page, see `createAuthHandlers` of `@sojourn/testing/msw`.
 *
 * @example
 * const server = createAuthServer({ user: createUser() });
 * server.fault = failing(503);
 */
export function createAuthServer(options: AuthServerOptions = {}): AuthServer {
  const { dialect = "v5", origin = "http://localhost:3000", basePath = "/api/auth" } = options;
  const { authorize = findAccount, update = takeName, providers = defaultProviders } = options;
  const { user = null, maxAge = THIRTY_DAYS } = options;
  // `Date` is looked up at each call, so that fake timers also affect the server.
  const { now = () => Date.now() } = options;
  const authUrl = origin + basePath;
  const requests: ReceivedRequest[] = [];
  const sessions = createSessions(user, maxAge, now);
  const answer = createEndpoints({
    dialect,
    origin,
    authUrl,
    authorize,
    update,
    providers,
    sessions,
    isTokenRefused(token) {
      if (server.refuseTokens <= 0) return token !== CSRF_TOKEN;
      server.refuseTokens -= 1;
      return true;
    },
  });

  async function respond(request: RequestLike): Promise<Response> {
    const received = await receive(request, basePath);
    requests.push(received);
    const response = (await server.fault?.(received)) ?? withDate(answer(received), now());
    const { latencyMs } = server;
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
    return response;
  }

  const server: AuthServer = {
    url: authUrl,
    requests,
    to: (what) => requests.filter(({ method, endpoint }) => `${method} ${endpoint}` === what),
    count: (what) => server.to(what).length,
    get user() {
      return sessions.user;
    },
    set user(next) {
      sessions.user = next;
    },
    fault: undefined,
    latencyMs: 0,
    refuseTokens: 0,
    respond,
    async fetch(url, init) {
      const request = toRequest(new URL(url, origin), init);
      const response = await Promise.race([respond(request), rejectOnAbort(request.signal)]);
      if (response.type === "error") throw new TypeError("Failed to fetch");
      return response;
    },
  };
  return server;
}
