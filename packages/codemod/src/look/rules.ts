/** A kind of place to look at: what it is, why, and the section of MIGRATING.md about it. */
export interface Rule {
  what: string;
  why: string;
  anchor: "the-change" | "what-differs-on-purpose" | "what-to-look-at";
}

/** All rules, in the order of the report. */
export const rules = {
  "next-auth-3": {
    what: "`next-auth/client` is of next-auth 3.",
    why: "Move to next-auth 4 first: its names are those of `@sojourn/react`.",
    anchor: "the-change",
  },
  "sign-in-error-null": {
    what: "The `error` of a sign-in is compared with `null`.",
    why: "Where there is none it is `undefined`, as in next-auth 5: ask `if (error)`.",
    anchor: "what-to-look-at",
  },
  "provider-without-reader": {
    what: "There is a `SessionProvider`, and nobody who reads the session.",
    why: "Nothing is asked for before a component reads it: where the provider alone kept users signed in, add a `useSession()`.",
    anchor: "what-to-look-at",
  },
  "build-asks-server": {
    what: "A build asks the auth server for providers or a token.",
    why: "Where none runs they get nothing and a log, as with next-auth, and a page that is built so stays so; a token of a build fits no user's cookie.",
    anchor: "what-to-look-at",
  },
  "redirect-false-oauth": {
    what: "An OAuth sign-in has `redirect: false`.",
    why: "It holds here, as in next-auth 5: nothing is gone to, and `url` says where it would have gone.",
    anchor: "what-differs-on-purpose",
  },
  "get-session-options": {
    what: "`getSession` has `broadcast`, `event` or `triggerEvent`.",
    why: "They have no effect: the other tabs get the answer.",
    anchor: "what-differs-on-purpose",
  },
  "refetch-when-offline": {
    what: "`refetchWhenOffline={false}` says what holds anyway.",
    why: "Polls rest while the device is offline; only `true` makes them go on.",
    anchor: "what-differs-on-purpose",
  },
  "past-expires": {
    what: "A session that is written down has ended, by its `expires`.",
    why: "It is shown, but the server is asked about it five seconds later, and its answer counts: give it an end that is to come.",
    anchor: "what-differs-on-purpose",
  },
  "replaced-export": {
    what: "An export of the client is replaced.",
    why: "An ES module does not let that happen: mock the module, or hand a session over by `SessionContext`.",
    anchor: "what-to-look-at",
  },
  "wide-pattern": {
    what: "A pattern for `next-auth/react` does not match `@sojourn/react`.",
    why: "What it leads to is no longer found in the place of the client.",
    anchor: "what-to-look-at",
  },
  "other-string": {
    what: "A string or a pattern names `next-auth/react` or `next-auth/webauthn`, and is not changed.",
    why: "Where it stands for the client, as a path, an external or what a function gets, it has to name `@sojourn/react` or `@sojourn/webauthn/react`.",
    anchor: "what-to-look-at",
  },
  "internal-state": {
    what: "The state inside of next-auth's client is used.",
    why: "`__NEXTAUTH` has `basePath` and `baseUrl` only, and `next-auth/client/_utils` knows nothing of this client.",
    anchor: "what-differs-on-purpose",
  },
  "message-key": {
    what: "The storage key `nextauth.message` is used.",
    why: "It is next-auth's way to tell other tabs; here a client's listeners hear all changes.",
    anchor: "what-differs-on-purpose",
  },
  "library-between": {
    what: "This package imports `next-auth/react` by itself.",
    why: "Its hooks look for next-auth's own provider, and do not find the one of `@sojourn/react`: install `@sojourn/next-auth`, or for next-auth 5 `@sojourn/next-auth-5`, under the name of next-auth, and `@sojourn/react` beside it.",
    anchor: "what-to-look-at",
  },
  "package-outside": {
    what: "This package is linked from outside of the folder that moves, and imports `next-auth/react`.",
    why: "It stays on next-auth's client, so that a page with both needs a provider of each; the two hear each other. Move it, too.",
    anchor: "what-to-look-at",
  },
  "next-auth-shim": {
    what: "A package here imports `next-auth/react` by itself, so next-auth becomes `@sojourn/next-auth` or `@sojourn/next-auth-5`, which give it the app's client.",
    why: "They may bring another next-auth of the same major version: look at what has changed since yours.",
    anchor: "what-to-look-at",
  },
} satisfies Record<string, Rule>;

/** The name of a rule. */
export type RuleName = keyof typeof rules;
