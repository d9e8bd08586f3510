import type { IncomingHttpHeaders } from "node:http";
import { type Answer, json, redirect, text } from "./answer.ts";
import type { Dialect } from "./dialects.ts";
import {
  createCsrfCookie,
  decodeToken,
  encodeToken,
  readCsrfCookie,
  type SessionToken,
} from "./tokens.ts";
import { users } from "./users.ts";

/** A request to the auth server, read. */
export interface AuthRequest {
  method: string;
  /** E.g. `"session"` or `"callback/credentials"`. */
  endpoint: string;
  /** E.g. `"?error=Configuration"`; empty if there is none. */
  query: string;
  headers: IncomingHttpHeaders;
  cookies: Record<string, string>;
  body: string;
  /** Where the auth server is. */
  authUrl: string;
}

export interface AuthOptions {
  dialect: Dialect;
  /** Seconds that a session lives; each read makes it start anew. */
  maxAge: number;
  /** Replaces the address to which a sign-in or sign-out leads; `null` leaves it out. */
  leadsTo?: string | null | undefined;
  /** What cookies have besides. Default `SameSite=Lax`. */
  cookieAttributes?: string;
}

type Person = Omit<SessionToken, "endsAt">;

/** Answers as an Auth.js server does that keeps its sessions in a cookie, and rolls it. */
export function answerAuth(request: AuthRequest, options: AuthOptions): Answer {
  const { method, endpoint, headers, cookies, authUrl } = request;
  const { dialect, maxAge, cookieAttributes = "SameSite=Lax" } = options;
  const token = decodeToken(cookies[dialect.sessionCookie]);
  const known = readCsrfCookie(cookies[dialect.csrfCookie]);
  // A POST session carries JSON; its fields are read below.
  const form = new URLSearchParams(request.body);

  function keep(name: string, value: string, age?: number): string {
    const ageAttribute = age === undefined ? "" : `; Max-Age=${age}`;
    return `${name}=${value}; Path=/; HttpOnly; ${cookieAttributes}${ageAttribute}`;
  }

  function withSession(answer: Answer, { id, name, email }: Person): Answer {
    const endsAt = Date.now() + maxAge * 1000;
    const cookie = encodeToken({ id, name, email, endsAt });
    return { ...answer, cookies: [keep(dialect.sessionCookie, cookie, maxAge)] };
  }

  /** Takes away the cookie of a session that is over. */
  function withoutSession(answer: Answer): Answer {
    const isOver = dialect.sessionCookie in cookies;
    return isOver ? { ...answer, cookies: [keep(dialect.sessionCookie, "", 0)] } : answer;
  }

  function session({ id, name, email }: Person): Answer {
    const user = { id, name, email };
    const expires = new Date(Date.now() + maxAge * 1000).toISOString();
    return withSession(json({ user, expires }), user);
  }

  /** A user without a CSRF cookie gets one, by whichever request comes first. */
  function withCsrf(make: (csrfToken: string) => Answer): Answer {
    if (known) return make(known);
    const cookie = createCsrfCookie();
    const answer = make(cookie.split("|", 1)[0] ?? "");
    return { ...answer, cookies: [...answer.cookies, keep(dialect.csrfCookie, cookie)] };
  }

  function leadTo(url: string, status = 200): Answer {
    const wantsUrl = dialect.wantsUrl(form.get("json"), headers["x-auth-return-redirect"]);
    return wantsUrl ? json({ url }, status) : redirect(url);
  }

  function leadToPage(path: string, status?: number): Answer {
    return leadTo(`${authUrl}/${path}`, status);
  }

  /** To the address that the user asked for, if it is of the server's own origin. */
  function leadBack(): Answer {
    const { leadsTo } = options;
    if (leadsTo === null) return json({});
    const { origin } = new URL(authUrl);
    const asked = URL.parse(form.get("callbackUrl") || "about:blank", origin);
    return leadTo(leadsTo ?? (asked?.origin === origin ? asked.href : origin));
  }

  function signIn(): Answer {
    if (!known || form.get("csrfToken") !== known)
      return leadToPage(dialect.tokenRefused("signin"));
    const user = users[form.get("username") ?? ""];
    const { path, status } = dialect.badCredentials;
    if (!user || user.password !== form.get("password")) return leadToPage(path, status);
    return withSession(leadBack(), user);
  }

  /** To another site, as the sign-in with an OAuth provider does. */
  function signInElsewhere(): Answer {
    if (!known || form.get("csrfToken") !== known)
      return leadToPage(dialect.tokenRefused("signin"));
    return leadTo(new URL(`/pages/plain.html${request.query}`, authUrl).href);
  }

  function signOut(): Answer {
    if (!known || form.get("csrfToken") !== known)
      return leadToPage(dialect.tokenRefused("signout"));
    return withoutSession(leadBack());
  }

  function update(): Answer {
    const { csrfToken, data } = JSON.parse(request.body);
    if (!known || csrfToken !== known) return json(dialect.nobody, 400);
    return token ? session({ ...token, ...data }) : withoutSession(json(dialect.nobody));
  }

  switch (`${method} ${endpoint}`) {
    case "GET session":
      return token ? session(token) : withCsrf(() => withoutSession(json(dialect.nobody)));
    case "POST session":
      return update();
    case "GET csrf":
      return withCsrf((csrfToken) => json({ csrfToken }));
    case "GET providers":
      return json({
        credentials: describeProvider(authUrl, "credentials", "credentials"),
        elsewhere: describeProvider(authUrl, "elsewhere", "oauth"),
      });
    case "POST callback/credentials":
      return signIn();
    case "POST signin/elsewhere":
      return signInElsewhere();
    case "POST signout":
      return signOut();
    case "GET signin":
    case "GET error":
      return text(
        `<!doctype html><title>${endpoint}</title><h1>${endpoint}</h1>`,
        200,
        "text/html",
      );
    // next-auth v4 reports its own errors here.
    case "POST _log":
      return json({});
    default: {
      const isSignIn = method === "POST" && /^(signin|callback)\b/.test(endpoint);
      if (isSignIn) return leadToPage(dialect.unknownProvider);
      const { body, contentType } = dialect.unknownEndpoint;
      return text(body, 400, contentType);
    }
  }
}

function describeProvider(authUrl: string, id: string, type: "credentials" | "oauth"): object {
  return {
    id,
    name: id,
    type,
    signinUrl: `${authUrl}/signin/${id}`,
    callbackUrl: `${authUrl}/callback/${id}`,
  };
}
