import type { ModelSession } from "../page.ts";
import { protocols } from "../../../../testing/src/server/protocol.ts";
import { createCsrfTokens } from "./csrf.ts";
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
  /** Renders a page for a browser with these cookies, and returns the session that the page has. */
  render(cookies: Cookies): ModelSession | null;
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
const AUTH_URL = `${ORIGIN}/api/auth`;

/** Makes a model of next-auth's server: what is known of its answers is in its contract, to the letter. */
export function createModelServer(options: ServerOptions): ModelServer {
  const { strategy, dialect, maxAgeMs, says401, now, isDated = () => true } = options;
  const { nobody, tokenRefused, badCredentials, unknownEndpoint, wantsUrl } = protocols[dialect];
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
    const headers: Record<string, string> = { "Content-Type": "application/json", ...date };
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
    const url = URL.parse(callbackUrl || "about:blank", ORIGIN);
    return url?.origin === ORIGIN ? url.href : ORIGIN;
  }

  function actOnForm({ endpoint, cookies }: ServerRequest, form: URLSearchParams): ServerAnswer {
    const isSignOut = endpoint === "signout";
    if (!csrf.accepts(form.get("csrfToken"), cookies)) {
      return answerWith(200, {
        url: `${AUTH_URL}/${tokenRefused(isSignOut ? "signout" : "signin")}`,
      });
    }
    const callbackUrl = form.get("callbackUrl") ?? "";
    const url = pickTarget(callbackUrl);
    const token = cookies.get(SESSION_COOKIE);
    if (isSignOut) {
      // A browser without the cookie has none taken away.
      const cleared: CookieChange[] = token === undefined ? [] : [[SESSION_COOKIE, undefined]];
      if (token !== undefined) strategy.end(token);
      return { ...answerWith(200, { url }, cleared), isAccepted: true };
    }
    const person = people.find(({ name }) => name === form.get("password"));
    if (person) {
      const cookie: CookieChange = [SESSION_COOKIE, signIn(person, token)];
      return { ...answerWith(200, { url }, [cookie]), isAccepted: true };
    }
    const { status, path } = badCredentials;
    return answerWith(status, { url: `${AUTH_URL}/${path}` });
  }

  function answerForm(request: ServerRequest): ServerAnswer {
    const form = new URLSearchParams(request.body);
    const said = actOnForm(request, form);
    if (wantsUrl(form.get("json"), request.headers.get("X-Auth-Return-Redirect"))) return said;
    // Who does not ask for the address is sent there, and gets a page.
    const headers = { ...said.headers, "Content-Type": "text/html" };
    return { ...said, status: 200, headers, body: "<!doctype html>" };
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
      default: {
        const { contentType, body } = unknownEndpoint;
        const said = answerWith(400, "");
        return { ...said, headers: { ...said.headers, "Content-Type": contentType }, body };
      }
    }
  }

  const server: ModelServer = {
    answer,
    hostileRedirects: 0,
    identify,
    render(cookies) {
      const claims = identify(cookies);
      if (!claims) return null;
      const { person: user, nickname, expiresAt } = claims;
      const session = { user, nickname, expires: new Date(expiresAt).toISOString() };
      const said = JSON.stringify(session);
      // A page has no `Date` that its scripts can read.
      sent.set(said, new Set([...(sent.get(said) ?? []), false]));
      return session;
    },
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
