import type { ClientSafeProvider, User } from "@sojourn/core";
import type { Sessions } from "./create-sessions.ts";
import { protocols } from "./protocol.ts";
import { createJsonResponse, createResponse } from "./web.ts";
import type { Dialect, FakeProvider, ReceivedRequest } from "./types.ts";

/** What the endpoints need for their answers. */
export interface EndpointContext {
  readonly dialect: Dialect;
  readonly origin: string;
  /** The address of the handlers. */
  readonly authUrl: string;
  authorize(credentials: Readonly<Record<string, unknown>>): User | null;
  update(user: User, data: unknown): User;
  readonly providers: readonly FakeProvider[];
  readonly sessions: Sessions;
  isTokenRefused(token: unknown): boolean;
}

/** The CSRF token of the fake server. */
export const CSRF_TOKEN = "token";

/** Creates the function that answers requests while no fault is set. */
export function createEndpoints(context: EndpointContext): (request: ReceivedRequest) => Response {
  const { origin, authUrl, sessions } = context;
  const protocol = protocols[context.dialect];
  const session = (): Response => createJsonResponse(sessions.read() ?? protocol.nobody);

  function redirect(request: ReceivedRequest, path: string, status = 200): Response {
    const url = path === origin ? path : new URL(path, `${authUrl}/`).href;
    // A client that does not ask for the URL follows the redirect, and gets a page.
    const { fields, headers } = request;
    const wantsUrl = protocol.wantsUrl(fields["json"], headers.get("X-Auth-Return-Redirect"));
    if (!wantsUrl) return createResponse("<!doctype html>");
    return createJsonResponse({ url }, status);
  }

  /** Returns the URL to redirect to. The server only redirects to its own origin. */
  function allowed({ fields }: ReceivedRequest): string {
    const url = new URL(String(fields["callbackUrl"] ?? "/"), origin);
    return fields["callbackUrl"] && url.origin === origin ? url.href : origin;
  }

  function refuseToken(request: ReceivedRequest): Response {
    if (request.endpoint === "session") return createJsonResponse(protocol.nobody, 400);
    const page = request.endpoint === "signout" ? "signout" : "signin";
    return redirect(request, protocol.tokenRefused(page));
  }

  function listProviders(): Response {
    const list: Record<string, ClientSafeProvider> = {};
    for (const provider of context.providers) {
      const signinUrl = `${authUrl}/signin/${provider.id}`;
      list[provider.id] = {
        ...provider,
        signinUrl,
        callbackUrl: `${authUrl}/callback/${provider.id}`,
      };
    }
    return createJsonResponse(list);
  }

  function updateSession({ fields }: ReceivedRequest): Response {
    const { user } = sessions;
    if (user) sessions.user = context.update(user, fields["data"]);
    return session();
  }

  function signInByPassword(request: ReceivedRequest): Response {
    const user = context.authorize(request.fields);
    const { path, status } = protocol.badCredentials;
    if (!user) return redirect(request, path, status);
    sessions.user = user;
    return redirect(request, allowed(request));
  }

  function beginSignIn(request: ReceivedRequest, { id, type }: FakeProvider): Response {
    if (type === "email") return redirect(request, `verify-request?provider=${id}&type=email`);
    const target = new URL(`https://${id}.example/authorize?state=1`);
    for (const [name, value] of request.url.searchParams) target.searchParams.set(name, value);
    return redirect(request, target.href);
  }

  function endUserSession(request: ReceivedRequest): Response {
    sessions.user = null;
    return redirect(request, allowed(request));
  }

  return (request) => {
    const { method, endpoint, fields } = request;
    if (method === "POST" && context.isTokenRefused(fields["csrfToken"]))
      return refuseToken(request);
    const what = `${method} ${endpoint}`;
    if (what === "GET session") return session();
    if (what === "GET csrf") return createJsonResponse({ csrfToken: CSRF_TOKEN });
    if (what === "GET providers") return listProviders();
    if (what === "POST session") return updateSession(request);
    if (what === "POST signout") return endUserSession(request);
    for (const provider of context.providers) {
      const isByPassword = provider.type === "credentials";
      if (isByPassword && what === `POST callback/${provider.id}`) return signInByPassword(request);
      if (!isByPassword && what === `POST signin/${provider.id}`)
        return beginSignIn(request, provider);
    }
    if (method === "POST" && /^(signin|callback)\b/.test(endpoint))
      return redirect(request, protocol.unknownProvider);
    const { body, contentType } = protocol.unknownEndpoint;
    return createResponse(body, 400, contentType);
  };
}
