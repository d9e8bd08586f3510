import { http } from "msw/http";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";
import { ada, grace, type Person } from "./people.ts";

/** next-auth v4 or Auth.js v5: the two ways in which servers answer. */
export type Dialect = "v4" | "v5";
export const dialects: readonly Dialect[] = ["v4", "v5"];

export interface ServerRequest {
  method: string;
  endpoint: string;
  url: URL;
  headers: Headers;
  /** The fields of the form or of the JSON that was posted. */
  fields: Record<string, unknown>;
  signal: AbortSignal;
}

/** Answers in place of the server; `undefined` leaves it to the server. */
export type Fault = (
  request: ServerRequest,
) => Response | undefined | Promise<Response | undefined>;

export interface AuthServer {
  readonly requests: readonly ServerRequest[];
  /** The requests to an endpoint, e.g. `"GET session"`. */
  to(what: string): ServerRequest[];
  /** How many requests an endpoint has had. */
  count(what: string): number;
  /** Who is signed in, by the browser's cookie. */
  user: Person | null;
  fault: Fault | undefined;
  /** Refuses so many CSRF tokens. */
  refuseTokens: number;
  providers: unknown;
}

export interface AuthServerOptions {
  dialect?: Dialect;
  origin?: string;
  basePath?: string;
  user?: Person | null;
}

const network = setupServer();
beforeAll(() => network.listen({ onUnhandledFrame: "error" }));
afterEach(() => network.resetHandlers());
afterAll(() => network.close());

/** Opens a fake Auth.js server, with a cookie jar of one, until the test is over. */
export function openAuthServer(options: AuthServerOptions = {}): AuthServer {
  const { dialect = "v4", origin = "http://localhost:3000", basePath = "/api/auth" } = options;
  const requests: ServerRequest[] = [];
  let reads = 0;

  const server: AuthServer = {
    requests,
    to: (what) => requests.filter(({ method, endpoint }) => `${method} ${endpoint}` === what),
    count: (what) => server.to(what).length,
    user: options.user ?? null,
    fault: undefined,
    refuseTokens: 0,
    providers: {
      credentials: { id: "credentials", name: "Password", type: "credentials" },
      github: { id: "github", name: "GitHub", type: "oauth" },
      email: { id: "email", name: "Email", type: "email" },
    },
  };

  function session(): Response {
    const { user } = server;
    if (!user) return Response.json(dialect === "v4" ? {} : null);
    // It moves with every read, as a real server's does.
    const expires = new Date(Date.UTC(2099, 0) + ++reads * 1000).toISOString();
    return Response.json({ user, expires });
  }

  function isRefused(token: unknown): boolean {
    if (server.refuseTokens > 0) return server.refuseTokens-- > 0;
    return token !== "token";
  }

  /** Where the server lets a browser go: anywhere on its own origin. */
  function allowed(callbackUrl: unknown): string {
    const url = new URL(String(callbackUrl), origin);
    return url.origin === origin ? url.href : `${origin}/`;
  }

  function redirect({ headers, fields }: ServerRequest, path: string, status = 200): Response {
    const isAsked =
      dialect === "v4" ? fields["json"] === "true" : headers.has("X-Auth-Return-Redirect");
    const url = new URL(path, `${origin}${basePath}/`).href;
    return isAsked ? Response.json({ url }, { status }) : new Response("<html>", { status });
  }

  function signIn(request: ServerRequest): Response {
    const { password, callbackUrl } = request.fields;
    const person = [ada, grace].find(({ name }) => name === password);
    if (person) {
      server.user = person;
      return redirect(request, allowed(callbackUrl));
    }
    return dialect === "v4"
      ? redirect(request, "error?error=CredentialsSignin&provider=credentials", 401)
      : redirect(request, "signin?error=CredentialsSignin&code=credentials");
  }

  function answer(request: ServerRequest): Response {
    const { method, endpoint, fields } = request;
    if (method === "POST" && isRefused(fields["csrfToken"])) {
      if (endpoint === "session")
        return Response.json(dialect === "v4" ? {} : null, { status: 400 });
      const page = endpoint === "signout" && dialect === "v4" ? "signout" : "signin";
      return redirect(request, `${page}?${dialect === "v4" ? "csrf=true" : "error=MissingCSRF"}`);
    }
    switch (`${method} ${endpoint}`) {
      case "GET session":
        return session();
      case "GET csrf":
        return Response.json({ csrfToken: "token" });
      case "GET providers":
        return Response.json(server.providers);
      case "POST session": {
        const { name } = Object(fields["data"]) as { name?: string };
        if (server.user && name) server.user = { ...server.user, name };
        return session();
      }
      case "POST signout":
        server.user = null;
        return redirect(request, allowed(fields["callbackUrl"]));
      case "POST callback/credentials":
        return signIn(request);
      case "POST signin/github":
        return redirect(request, "https://github.example/authorize?state=1");
      case "POST signin/email":
        return redirect(request, "verify-request?provider=email&type=email");
      default:
        return new Response("not found", { status: 404 });
    }
  }

  async function receive(request: Request): Promise<Response> {
    const { method, headers, signal } = request;
    const url = new URL(request.url);
    const endpoint = url.pathname.slice(basePath.length + 1);
    const body = await request.text();
    const isJson = headers.get("Content-Type") === "application/json";
    const fields = isJson ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));
    const received = { method, endpoint, url, headers, fields, signal };
    requests.push(received);
    return (await server.fault?.(received)) ?? answer(received);
  }

  network.use(http.all(`${origin}${basePath}/*`, ({ request }) => receive(request)));
  return server;
}
