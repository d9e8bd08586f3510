import { createCsrfTokens } from "./csrf.ts";
import { dialects } from "./dialect.ts";
import { SESSION_COOKIE, type CookieChange, type Cookies } from "./exchange.ts";
import type { ServerAnswer, ServerRequest } from "./exchange.ts";
import { people, type Person } from "./people.ts";
import type { Claims, SessionStrategy } from "./session-strategy.ts";

/** How a model server differs from another one. */
export interface ServerOptions {
  readonly strategy: SessionStrategy;
  /** Which version of next-auth it speaks like. */
  readonly dialect: "v4" | "v5";
  /** Milliseconds that a session lasts from its last read. */
  readonly maxAgeMs: number;
  /** Whether it answers 401 where nobody is signed in, as servers of other makes do. */
  readonly says401: boolean;
  /** Milliseconds since the epoch, by its own clock. */
  now(): number;
  /** Whether the next answer says when it was given; some proxies take that away. */
  isDated?(): boolean;
}

/** An Auth.js server, true to its cookies. */
export interface ModelServer {
  answer(request: ServerRequest): ServerAnswer;
  /** What it would say to a browser with these cookies. */
  identify(cookies: Cookies): Claims | undefined;
  /** The number of the sign-in that these cookies come from, be it over or not. */
  loginOf(cookies: ReadonlyMap<string, string | undefined>): number | undefined;
  /** How many of its next redirects lead to where no page must go. */
  hostileRedirects: number;
  /** Ends a session behind everybody's back; in vain where sessions are in tokens. */
  revoke(cookies: Cookies): void;
  /** A token as a sign-in elsewhere would have left it. */
  signIn(person: Person, replaced?: string): string;
  /** Each session that it has sent, as JSON, and whether with a `Date`; at one time perhaps both. */
  readonly sent: ReadonlyMap<string, ReadonlySet<boolean>>;
}

const ORIGIN = "https://app.example";

/** Makes a model of next-auth's server: what is known of its answers is in its contract, to the letter. */
export function createModelServer(options: ServerOptions): ModelServer {
  const { strategy, dialect, maxAgeMs, says401, now, isDated = () => true } = options;
  const { nobody, refusedToken, refusedCredentials, wantsJson } = dialects[dialect];
  const sent = new Map<string, Set<boolean>>();
  let logins = 0;
  const csrf = createCsrfTokens();

  function identify(cookies: Cookies): Claims | undefined {
    const token = cookies.get(SESSION_COOKIE);
    return token === undefined ? undefined : strategy.read(token, now());
  }

  function signIn(person: Person, replaced?: string): string {
    if (replaced !== undefined) strategy.end(replaced);
    logins += 1;
    return strategy.create({ person, nickname: "", login: logins, expiresAt: now() + maxAgeMs });
  }

  function answerWith(status: number, body: unknown, cookies: CookieChange[] = []) {
    const date = isDated() && { Date: new Date(now()).toUTCString() };
    const headers: Record<string, string> = { ...date };
    return { status, body: JSON.stringify(body), headers, setCookies: new Map(cookies) };
  }

  function answerSession(request: ServerRequest, nickname?: string): ServerAnswer {
    const [, csrfCookie] = csrf.issue(request.cookies);
    const token = request.cookies.get(SESSION_COOKIE);
    const claims = identify(request.cookies);
    if (token === undefined || !claims) {
      const cleared: CookieChange[] = token === undefined ? [] : [[SESSION_COOKIE, undefined]];
      const setCookies = [...csrfCookie, ...cleared];
      return { ...answerWith(says401 ? 401 : 200, nobody, setCookies), tells: "nobody" };
    }
    const next = { ...claims, nickname: nickname ?? claims.nickname, expiresAt: now() + maxAgeMs };
    const expires = new Date(next.expiresAt).toISOString();
    const session = { user: next.person, nickname: next.nickname, expires };
    const renewed = strategy.renew(token, next);
    const setCookies: CookieChange[] = [...csrfCookie, [SESSION_COOKIE, renewed]];
    const said = answerWith(200, session, setCookies);
    sent.set(said.body, new Set([...(sent.get(said.body) ?? []), "Date" in said.headers]));
    return { ...said, tells: "somebody" };
  }

  function pickTarget(callbackUrl: string): string {
    if (server.hostileRedirects > 0) {
      server.hostileRedirects -= 1;
      return "javascript:alert(1)";
    }
    return callbackUrl.startsWith(`${ORIGIN}/`) ? callbackUrl : ORIGIN;
  }

  function answerForm(request: ServerRequest): ServerAnswer {
    const { endpoint, cookies, headers } = request;
    const form = new URLSearchParams(request.body);
    const isSignOut = endpoint === "signout";
    // Who does not ask for JSON is redirected, and sees a page.
    if (!wantsJson(form, headers)) return { ...answerWith(200, ""), body: "<!doctype html>" };
    if (!csrf.accepts(form.get("csrfToken"), cookies)) {
      return answerWith(200, { url: refusedToken(isSignOut ? "signout" : "signin") });
    }
    const callbackUrl = form.get("callbackUrl") ?? "";
    const url = pickTarget(callbackUrl);
    const token = cookies.get(SESSION_COOKIE);
    if (isSignOut) {
      if (token !== undefined) strategy.end(token);
      return answerWith(200, { url }, [[SESSION_COOKIE, undefined]]);
    }
    const person = people.find(({ name }) => name === form.get("password"));
    if (person) return answerWith(200, { url }, [[SESSION_COOKIE, signIn(person, token)]]);
    const [status, page] = refusedCredentials;
    return answerWith(status, { url: page });
  }

  function answer(request: ServerRequest): ServerAnswer {
    const [csrfToken, csrfCookie] = csrf.issue(request.cookies);
    switch (`${request.method} ${request.endpoint}`) {
      case "GET session":
        return answerSession(request);
      case "GET csrf":
        return answerWith(200, { csrfToken }, csrfCookie);
      case "GET providers":
        return answerWith(200, { credentials: { id: "credentials", type: "credentials" } });
      case "POST session": {
        const update = JSON.parse(request.body) as {
          csrfToken: string;
          data?: { nickname: string };
        };
        if (!csrf.accepts(update.csrfToken, request.cookies)) return answerWith(400, nobody);
        return answerSession(request, update.data?.nickname);
      }
      case "POST signout":
      case "POST callback/credentials":
        return answerForm(request);
      default:
        return { ...answerWith(404, ""), body: "not found" };
    }
  }

  const server: ModelServer = {
    answer,
    hostileRedirects: 0,
    identify,
    signIn,
    sent,
    loginOf(cookies) {
      const token = cookies.get(SESSION_COOKIE);
      return token === undefined ? undefined : strategy.loginOf(token);
    },
    revoke(cookies) {
      const token = cookies.get(SESSION_COOKIE);
      if (token !== undefined) strategy.end(token);
    },
  };
  return server;
}
