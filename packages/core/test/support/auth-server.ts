import type { ManualClock } from "../../src/environment/memory.ts";

/** A person whom the model server knows; the password is the name. */
export interface Person {
  id: string;
  name: string;
}

export const ada: Person = { id: "1", name: "Ada" };
export const grace: Person = { id: "2", name: "Grace" };

export type Dialect = "v4" | "v5";
export const dialects: readonly Dialect[] = ["v4", "v5"];

export interface RequestLog {
  url: string;
  method: string;
  endpoint: string;
  search: string;
  body: string;
  headers: Headers;
  signal: AbortSignal | undefined;
  init: RequestInit;
  /** By the wall, in milliseconds. */
  at: number;
  /** The tab that asked, where the caller said so. */
  from: number;
}

/** Answers one request in place of the server; `undefined` leaves it to the server. */
export type Fault = (request: RequestLog) => Response | Promise<Response> | undefined;

export interface AuthServer {
  fetch(url: string, init: RequestInit, from?: number): Promise<Response>;
  readonly requests: RequestLog[];
  /** What happened in which order, e.g. `"GET session"`, `"abort GET session"`. */
  readonly log: string[];
  /** How many requests an endpoint has had, e.g. `"GET session"`. */
  count(what: string): number;
  /** The newest request of an endpoint. */
  last(what: string): RequestLog;
  /** Answers that are not the server's own, as long as it is set. */
  fault: Fault | undefined;
  /** Milliseconds until an answer leaves; signing in and out takes effect when the request arrives. */
  latencyMs: number;
  /** Who is signed in, by the browser's cookie. */
  user: Person | null;
  /** Seconds that a session lasts from its last read. */
  maxAge: number;
  /** Refuses so many CSRF tokens. */
  refuseTokens: number;
  /** `false`: there is no CSRF endpoint, and no token is asked for. */
  hasCsrf: boolean;
  /** By how much the server's clock differs from the browser's, in milliseconds. */
  skewMs: number;
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", ...headers },
  });
}

const origin = "https://app.example";
const authUrl = `${origin}/api/auth`;
const endpoints = /(session|csrf|providers|signout|(signin|callback|webauthn-options)\/[^/]*)$/;

function page(): Response {
  return new Response("<!doctype html>", { headers: { "Content-Type": "text/html" } });
}

function describeProvider(id: string, name: string, type: string): object {
  const [signinUrl, callbackUrl] = [`${authUrl}/signin/${id}`, `${authUrl}/callback/${id}`];
  return { id, name, type, signinUrl, callbackUrl };
}

/** Where the server lets a browser go: anywhere on its own origin. */
function allowed(form: URLSearchParams): string {
  const url = URL.parse(form.get("callbackUrl") || "about:blank", origin);
  return url?.origin === origin ? url.href : origin;
}

/** A model of next-auth's server on the memory world's clock: the same answers, a cookie jar of one. */
export function createAuthServer(clock: ManualClock, dialect: Dialect = "v4"): AuthServer {
  let expiresAt = Infinity;
  let names: Record<string, string> = {};

  const server: AuthServer = {
    fetch,
    requests: [],
    log: [],
    count: (what) => server.requests.filter((r) => `${r.method} ${r.endpoint}` === what).length,
    last: (what) => server.requests.findLast((r) => `${r.method} ${r.endpoint}` === what)!,
    fault: undefined,
    latencyMs: 0,
    user: null,
    maxAge: 30 * 24 * 3600,
    refuseTokens: 0,
    hasCsrf: true,
    skewMs: 0,
  };

  const now = (): number => clock.wall() + server.skewMs;

  function session(): unknown {
    const { user } = server;
    if (!user || now() >= expiresAt) {
      server.user = null;
      return dialect === "v4" ? {} : null;
    }
    expiresAt = now() + server.maxAge * 1000;
    return {
      user: { ...user, name: names[user.id] ?? user.name },
      expires: new Date(expiresAt).toISOString(),
    };
  }

  function unknown(): Response {
    if (dialect === "v5") return json("Bad request.", 400);
    return new Response("Error: This action is not supported by NextAuth.js", { status: 400 });
  }

  function refusesToken(token: unknown): boolean {
    if (!server.hasCsrf) return false;
    if (server.refuseTokens > 0) {
      server.refuseTokens -= 1;
      return true;
    }
    return token !== "token";
  }

  const leadTo = (path: string, status?: number): Response =>
    json({ url: `${authUrl}/${path}` }, status);

  function answerForm({ endpoint, search }: RequestLog, form: URLSearchParams): Response {
    if (refusesToken(form.get("csrfToken"))) {
      if (dialect === "v5") return leadTo("signin?error=MissingCSRF");
      return leadTo(`${endpoint === "signout" ? "signout" : "signin"}?csrf=true`);
    }
    switch (endpoint) {
      case "signout":
        server.user = null;
        return json({ url: allowed(form) });
      case "callback/credentials": {
        const person = [ada, grace].find(({ name }) => name === form.get("password"));
        if (person) {
          server.user = person;
          expiresAt = now() + server.maxAge * 1000;
          return json({ url: allowed(form) });
        }
        if (dialect === "v5") return leadTo("signin?error=CredentialsSignin&code=credentials");
        return leadTo("error?error=CredentialsSignin&provider=credentials", 401);
      }
      case "signin/github":
        return json({ url: `https://github.example/authorize?state=1${search.replace("?", "&")}` });
      case "signin/email":
        return leadTo("verify-request?provider=email&type=email");
      default:
        return leadTo(dialect === "v4" ? "signin?csrf=true" : "error?error=Configuration");
    }
  }

  function answer(request: RequestLog): Response {
    switch (`${request.method} ${request.endpoint}`) {
      case "GET session":
        return json(session());
      case "GET csrf":
        return server.hasCsrf ? json({ csrfToken: "token" }) : new Response(null, { status: 404 });
      case "GET providers":
        return json({
          credentials: describeProvider("credentials", "Password", "credentials"),
          github: describeProvider("github", "GitHub", "oauth"),
          email: describeProvider("email", "Email", "email"),
          passkey: describeProvider("passkey", "Passkey", "webauthn"),
        });
      case "POST session": {
        const { csrfToken, data } = JSON.parse(request.body);
        if (refusesToken(csrfToken)) return json(dialect === "v4" ? {} : null, 400);
        if (server.user && data?.name) names = { ...names, [server.user.id]: data.name };
        return json(session());
      }
      default: {
        const isForm = /^(signout|signin|callback)\b/.test(request.endpoint);
        if (request.method !== "POST" || !isForm) return unknown();
        const form = new URLSearchParams(request.body);
        const wantsJson =
          dialect === "v4"
            ? form.get("json") === "true"
            : request.headers.has("X-Auth-Return-Redirect");
        const response = answerForm(request, form);
        // Who does not ask for JSON is redirected, and sees a page.
        return wantsJson ? response : page();
      }
    }
  }

  async function respond(request: RequestLog): Promise<Response> {
    const own = server.fault?.(request);
    const userBefore = server.user;
    const response = own ? await own : answer(request);
    if (!response.headers.has("Date")) response.headers.set("Date", new Date(now()).toUTCString());
    const { latencyMs } = server;
    if (latencyMs > 0) await new Promise<void>((resolve) => clock.schedule(resolve, latencyMs));
    // The answer renews the cookie that its request came with, and so revives one that is gone.
    const renews = !own && request.endpoint === "session" && userBefore && latencyMs > 0;
    if (renews && now() < expiresAt && !request.signal?.aborted) server.user = userBefore;
    return response;
  }

  function fetch(url: string, init: RequestInit, from = 0): Promise<Response> {
    const { pathname, search } = new URL(url);
    const method = init.method ?? "GET";
    const signal = init.signal ?? undefined;
    const endpoint = endpoints.exec(pathname)?.[0] ?? pathname;
    const body = String(init.body ?? "");
    const headers = new Headers(init.headers);
    const at = clock.wall();
    const request = { url, method, endpoint, search, body, headers, signal, init, at, from };
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new DOMException("aborted", "AbortError"));
      server.requests.push(request);
      server.log.push(`${method} ${endpoint}`);
      const onAbort = (): void => {
        server.log.push(`abort ${method} ${endpoint}`);
        reject(new DOMException("aborted", "AbortError"));
      };
      signal?.addEventListener("abort", onAbort);
      respond(request)
        .then(resolve, reject)
        .finally(() => signal?.removeEventListener("abort", onAbort));
    });
  }

  return server;
}
