import type { SessionFetchErrorCode, SignInErrorCode } from "@sojourn/core";

/** The codes of all errors of the client. */
export type ErrorCode =
  | SessionFetchErrorCode
  | SignInErrorCode
  | "csrf"
  | "cookies-blocked"
  | "unsafe-redirect";

/** What a page says about an error. */
export interface ErrorText {
  /** The class that has this code. */
  name:
    | "SessionFetchError"
    | "SignInError"
    | "CsrfError"
    | "CookiesBlockedError"
    | "UnsafeRedirectError";
  /** One line, for the list of all errors. */
  summary: string;
  /** What happened, and what the client has done about it. */
  what: string;
  /** The usual reasons. */
  why: string[];
  /** What to do, most likely first. */
  todo: string[];
}

/** The texts by code. The compiler, and a test, see that no code is missing. */
export const errorTexts: Record<ErrorCode, ErrorText> = {
  network: {
    name: "SessionFetchError",
    summary: "No answer came.",
    what: "A request to the auth server ended without an answer. After a read the session stays as it was, `error` is set, and the read is tried again by itself. A sign-in, a sign-out or an `update()` rejects.",
    why: [
      "The device is offline, or the connection broke.",
      "The server is not running, or its name cannot be resolved.",
      "The auth server is at another origin, and does not allow this one (CORS). Browsers do not tell scripts the difference.",
      "A Content Security Policy forbids the request: see `connect-src`.",
    ],
    todo: [
      "For reads, nothing: say that what is shown may be out of date, if `error` is set.",
      "In a form, let the user try again.",
      "If it happens at each request, look at the browser's console: it names CORS and CSP. See [another origin](/guides/deployments#at-another-origin-of-the-same-site) and [CSP](/guides/csp).",
    ],
  },
  timeout: {
    name: "SessionFetchError",
    summary: "No answer came in time.",
    what: "A request, or a schema, took longer than `timeoutMs` (10 s), or a POST longer than `mutationTimeoutMs` (60 s). It was given up. After a read the session stays, and the read is tried again. Whether a POST had an effect is not known; the next read shows it.",
    why: [
      "The server, its database or a directory behind it is slow.",
      "A `session` or `jwt` callback waits for another service.",
      "A schema returns a promise that does not settle.",
    ],
    todo: [
      "For reads, nothing: they are tried again.",
      "Find out what the server waits for.",
      "If a sign-in has to wait for longer, raise [`mutationTimeoutMs`](/frameworks/script#options).",
    ],
  },
  http: {
    name: "SessionFetchError",
    summary: "The server answered with another status than 2xx.",
    what: "The answer's `status` says which. After a read the session stays, and the read is tried again, not before the time in `Retry-After` (`retryAfterMs`). A 401 with JSON is no error: it says that nobody is signed in.",
    why: [
      "500: a callback of the server threw, its secret is missing, or its database is away. The server's log says which.",
      "404: the handlers are not at `basePath`.",
      "429 and 503: the server, or a proxy, asks for patience.",
      "400 from a passkey: see [passkeys](/guides/passkeys).",
    ],
    todo: [
      "Look at the server's log.",
      "Check [`basePath`](/guides/deployments#at-another-path): `basePath` and `/session` is the address that is asked.",
      "For a form, let the user try again.",
    ],
  },
  parse: {
    name: "SessionFetchError",
    summary: "The answer is not the JSON of an Auth.js server.",
    what: "An answer came, and it is not a session. Most often it is an HTML page with status 200. It signs nobody out: the session stays, and the read is tried again.",
    why: [
      "`basePath` is wrong, and the app answers with its own page.",
      "A proxy, a captive portal or a maintenance page answers in place of the server.",
      "Middleware redirects requests without a session to a sign-in page, also those to `/api/auth`.",
    ],
    todo: [
      "Open the `url` of the error in the browser. It has to show `null`, `{}`, or a session.",
      "Correct [`basePath`](/guides/deployments#at-another-path), or leave `/api/auth` out of the middleware.",
    ],
  },
  schema: {
    name: "SessionFetchError",
    summary: "The session does not fit the schema.",
    what: "The server sent a session, and the option `schema` refused it. `issues` says why. The session that was known stays, and this one is never shown.",
    why: [
      "The server's `session` callback does not add a field that the schema requires.",
      "A session from before a deploy has no such field.",
    ],
    todo: [
      "Compare `issues` with what `/api/auth/session` shows.",
      "Make a new field optional in the schema until the old sessions have ended.",
    ],
  },
  aborted: {
    name: "SessionFetchError",
    summary: "A sign-in or sign-out overtook an `update()`.",
    what: "While an `update()` was under way, a user signed in or out, in this tab or another one. Its answer would have been about the previous user, so it was dropped.",
    why: ["The user clicked “Sign out” while a form was being saved."],
    todo: [
      "Nothing, if the user has left.",
      "If the same user is signed in, call `update()` again.",
    ],
  },
  request: {
    name: "SessionFetchError",
    summary: "The request could not be made.",
    what: "A read could not be sent: the option `headers` threw, or there is no address to ask. `cause` says which. Your own calls, such as `signIn`, reject with a `TypeError` in its place.",
    why: [
      "The function `headers` has a bug, or depends on something that is not there yet.",
      "On a server or in a script, nothing says where the auth server is.",
    ],
    todo: [
      "Look at `cause`, and mend [`headers`](/frameworks/script#options).",
      "Without an address: pass `baseUrl`, or set `NEXTAUTH_URL` or `AUTH_URL`.",
    ],
  },
  "no-providers": {
    name: "SignInError",
    summary: "The server has no list of providers.",
    what: "`signIn` asked for `/providers`, to learn what kind of provider it is about, and the server has no such list. Nothing was posted.",
    why: ["`basePath` is wrong.", "The server leaves this endpoint out."],
    todo: [
      "Open `/api/auth/providers` in the browser. It has to show a list.",
      "Correct [`basePath`](/guides/deployments#at-another-path).",
    ],
  },
  "unknown-provider": {
    name: "SignInError",
    summary: "There is no provider of that id.",
    what: "`signIn(id, { redirect: false })`, or a popup, named a provider that the server does not have. Without `redirect: false` the page goes to the sign-in page instead.",
    why: [
      "A typing error: ids are lower case, as in `github` and `credentials`.",
      "The provider is only configured in some environments.",
    ],
    todo: ["Use an id that `getProviders()` lists. `detail` is the one that was asked for."],
  },
  refused: {
    name: "SignInError",
    summary: "The server refused.",
    what: "The server refused to sign out, or a popup came back with an error. `detail` has its words. The session stays as it was. A wrong password is no such error: it is the `error` of what `signIn` resolves to.",
    why: [
      "The provider denied access, as with `AccessDenied`, or the user declined.",
      "The account is linked to another way of signing in: `OAuthAccountNotLinked`.",
    ],
    todo: [
      "Tell the user what `detail` means: see [Auth.js's list](https://authjs.dev/reference/core/errors).",
      "Look at the server's log for `Configuration`.",
    ],
  },
  "no-page": {
    name: "SignInError",
    summary: "There is no page that could navigate.",
    what: "`signIn` or `signOut` was called on a server, where there is no page to leave and no cookie to set.",
    why: ["It was called while rendering, in place of in a handler or an effect."],
    todo: [
      "Call it in the browser, in a handler or an effect.",
      "In a server action, use the `signIn` and `signOut` of `NextAuth()`: see [server actions](/guides/server-actions).",
    ],
  },
  "popup-blocked": {
    name: "SignInError",
    summary: "The browser blocked the popup.",
    what: "The browser opened no window. Nothing was posted.",
    why: [
      "It was not called in the handler of a click, or after the first `await` there.",
      "The user blocks all popups.",
    ],
    todo: [
      "Call it first in the handler of a click: see [popups](/guides/popups).",
      "Offer `signIn(id)` without a popup as well.",
    ],
  },
  "popup-closed": {
    name: "SignInError",
    summary: "The popup was closed, or came back without a session.",
    what: "The user closed the popup before the provider led it back. Or it came back, and the server says that nobody new is signed in.",
    why: [
      "The user changed their mind.",
      "A page with `Cross-Origin-Opener-Policy: same-origin` cut the popup off, and the user came back without having signed in.",
      "The session cookie was not kept: see [embedded pages](/guides/embedding).",
    ],
    todo: ["Nothing, or offer it again."],
  },
  csrf: {
    name: "CsrfError",
    summary: "Two CSRF tokens in a row were refused.",
    what: "Each POST carries a token that the server compares with a cookie. It refused one, a new one was fetched, and it refused that, too. Nothing has changed on the server.",
    why: [
      "The browser keeps no cookies for the server: they are blocked, or belong to another site. In a frame, `signInEmbedded` says so: [`cookies-blocked`](/errors/cookies-blocked).",
      "Two auth servers on one host overwrite each other's cookies.",
      "Instances behind a proxy have different secrets.",
    ],
    todo: [
      "Look at the cookies of the page: one of them ends in `csrf-token`.",
      "Give each server [cookie names of its own](/guides/deployments#two-on-one-page).",
      "Give all instances [the same secret](/guides/deployments#several-instances-behind-a-proxy).",
    ],
  },
  "cookies-blocked": {
    name: "CookiesBlockedError",
    summary: "The browser drops the server's cookies in this frame.",
    what: "The page is in a frame of another site, and the browser does not keep the cookies of the server at `url`, or does not send them. So nobody can be signed in there. Only [`@sojourn/core/embedded`](/guides/embedding) has this error: `onCookiesBlocked` hands it over after a read that says nobody, `signInEmbedded` rejects with it after a sign-in that left no session, and `signInFromFrame` if access was granted and there is still no session. In a sign-in, the server may have accepted the credentials.",
    why: [
      "The cookies are `SameSite=Lax`, as Auth.js sets them by default. No browser sends these in a frame of another site.",
      "The browser blocks cookies of other sites, and these are not `Partitioned`.",
      "After a sign-in in a popup: the cookies are `Partitioned`, so the frame does not get those of the popup.",
      "Only some of the server's cookies have these options.",
      "The server is not reached by `https`, and the cookies need it.",
    ],
    todo: [
      "Give the server's cookies [the options for frames](/guides/embedding#the-cookies).",
      "Offer a button that calls [`requestCookieAccess`](/guides/embedding#the-session-of-the-site).",
      "Offer a link that opens your app in a tab of its own.",
    ],
  },
  "unsafe-redirect": {
    name: "UnsafeRedirectError",
    summary: "The page did not go to an unsafe address.",
    what: "After a sign-in or sign-out the page was to go to `url`, and did not: it is not `http(s)`, or it is of another origin that the server has not named. What the server has done, such as the sign-in, is not undone.",
    why: [
      "A `callbackUrl` was taken from the address bar, where anybody can put one.",
      "The address is on another origin of yours, and the server's `redirect` callback does not allow it.",
    ],
    todo: [
      "Check where your `callbackUrl` comes from: see [callbackUrl](/guides/sign-in-page#callbackurl).",
      "Allow your other origin [in the server's `redirect` callback](/guides/deployments#at-another-origin-of-the-same-site).",
    ],
  },
};
