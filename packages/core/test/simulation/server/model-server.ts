import { CSRF_COOKIE, SESSION_COOKIE, type Cookies } from "./exchange.ts";
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
}

/** An Auth.js server, true to its cookies. */
export interface ModelServer {
  answer(request: ServerRequest): ServerAnswer;
  /** What it would say to a browser with these cookies. */
  identify(cookies: Cookies): Claims | undefined;
  /** The number of the sign-in that these cookies come from, be it over or not. */
  loginOf(cookies: ReadonlyMap<string, string | undefined>): number | undefined;
  /** Ends a session behind everybody's back; in vain where sessions are in tokens. */
  revoke(cookies: Cookies): void;
  /** A token as a sign-in elsewhere would have left it. */
  signIn(person: Person, replaced?: string): string;
  /** Each session that it has sent, as JSON. */
  readonly sent: ReadonlySet<string>;
}

const ORIGIN = "https://app.example";
const AUTH_URL = `${ORIGIN}/api/auth`;

/** Makes a model of next-auth's server: what is known of its answers is in its contract, to the letter. */
export function createModelServer(options: ServerOptions): ModelServer {
  const { strategy, dialect, maxAgeMs, now } = options;
  const isV4 = dialect === "v4";
  const sent = new Set<string>();
  let logins = 0;
  let csrfTokens = 0;

  function identify(cookies: Cookies): Claims | undefined {
    const token = cookies.get(SESSION_COOKIE);
    return token === undefined ? undefined : strategy.read(token, now());
  }

  function signIn(person: Person, replaced?: string): string {
    if (replaced !== undefined) strategy.end(replaced);
    logins += 1;
    return strategy.create({ person, nickname: "", login: logins, expiresAt: now() + maxAgeMs });
  }

  function answerWith(status: number, body: unknown, cookies: [string, string | undefined][] = []) {
    const headers = { Date: new Date(now()).toUTCString() };
    return { status, body: JSON.stringify(body), headers, setCookies: new Map(cookies) };
  }

  /** The token that goes with the request's cookie, and the cookie where there is none yet. */
  function csrfOf({ cookies }: ServerRequest): [token: string, set: [string, string][]] {
    const known = cookies.get(CSRF_COOKIE);
    if (known !== undefined) return [known, []];
    csrfTokens += 1;
    const token = `token-${csrfTokens}`;
    return [token, [[CSRF_COOKIE, token]]];
  }

  function answerSession(request: ServerRequest, nickname?: string): ServerAnswer {
    const [, csrfCookie] = csrfOf(request);
    const token = request.cookies.get(SESSION_COOKIE);
    const claims = identify(request.cookies);
    if (token === undefined || !claims) {
      const cleared: [string, undefined][] =
        token === undefined ? [] : [[SESSION_COOKIE, undefined]];
      const status = options.says401 ? 401 : 200;
      const body = isV4 ? {} : null;
      return { ...answerWith(status, body, [...csrfCookie, ...cleared]), tells: "nobody" };
    }
    const next = { ...claims, nickname: nickname ?? claims.nickname, expiresAt: now() + maxAgeMs };
    const expires = new Date(next.expiresAt).toISOString();
    const session = { user: next.person, nickname: next.nickname, expires };
    sent.add(JSON.stringify(session));
    const renewed = strategy.renew(token, next);
    const cookies: [string, string][] = [...csrfCookie, [SESSION_COOKIE, renewed]];
    return { ...answerWith(200, session, cookies), tells: "somebody" };
  }

  function answerForm(request: ServerRequest): ServerAnswer {
    const { endpoint, cookies, headers } = request;
    const form = new URLSearchParams(request.body);
    const isSignOut = endpoint === "signout";
    const wantsJson = isV4 ? form.get("json") === "true" : headers.has("X-Auth-Return-Redirect");
    // Who does not ask for JSON is redirected, and sees a page.
    if (!wantsJson) return { ...answerWith(200, ""), body: "<!doctype html>" };
    if (form.get("csrfToken") !== cookies.get(CSRF_COOKIE)) {
      const page = isSignOut && isV4 ? "signout" : "signin";
      const query = isV4 ? "csrf=true" : "error=MissingCSRF";
      return answerWith(200, { url: `${AUTH_URL}/${page}?${query}` });
    }
    const callbackUrl = form.get("callbackUrl") ?? "";
    const url = callbackUrl.startsWith(`${ORIGIN}/`) ? callbackUrl : ORIGIN;
    const token = cookies.get(SESSION_COOKIE);
    if (isSignOut) {
      if (token !== undefined) strategy.end(token);
      return answerWith(200, { url }, [[SESSION_COOKIE, undefined]]);
    }
    const person = people.find(({ name }) => name === form.get("password"));
    if (person) return answerWith(200, { url }, [[SESSION_COOKIE, signIn(person, token)]]);
    if (isV4) return answerWith(401, { url: `${AUTH_URL}/error?error=CredentialsSignin` });
    return answerWith(200, { url: `${AUTH_URL}/signin?error=CredentialsSignin&code=credentials` });
  }

  function answer(request: ServerRequest): ServerAnswer {
    const [csrfToken, csrfCookie] = csrfOf(request);
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
        if (update.csrfToken !== request.cookies.get(CSRF_COOKIE))
          return answerWith(400, isV4 ? {} : null);
        return answerSession(request, update.data?.nickname);
      }
      case "POST signout":
      case "POST callback/credentials":
        return answerForm(request);
      default:
        return { ...answerWith(404, ""), body: "not found" };
    }
  }

  return {
    answer,
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
}
