import type { SessionFetchError } from "../errors.ts";

/** Who is signed in. Augment it for the fields that your session callback adds. */
export interface User {
  id?: string;
  name?: string | null;
  email?: string | null;
  image?: string | null;
}

/** What every Auth.js server sends: a user, and when the session ends. */
export interface DefaultSession {
  user?: User;
  /** When the session ends by the server's clock, as an ISO 8601 date. It moves with every read. */
  expires: string;
}

/** The session. Augment it (`declare module "@sojourn/core"`) to add your own fields. */
export interface Session extends DefaultSession {}

/**
 * One place to replace the session type everywhere: add `interface Register { session: MySession }`
 * to this module, with any type that has `expires: string`. Its `assumed` is for adapters: the type
 * that holds where an app has declared none, as `@sojourn/react` adds next-auth's.
 */
export interface Register {}

/** The least that a session type must have. */
export interface SessionBase {
  user?: unknown;
  expires: string;
}

/** In place of a session that does not fit, so that what is read of it is an error which says so. */
interface TypeInRegisterHasNoExpires<S> {
  "the type in Register needs `expires: string`": S;
}

/** {@link Session} while nobody augments anything. */
interface PlainSession {
  user?: { id?: string; name?: string | null; email?: string | null; image?: string | null };
  expires: string;
}

/** Whether an app has augmented {@link Session} or {@link User}, be it with optional fields. */
type IsAugmented = [PlainSession, keyof Session, keyof NonNullable<Session["user"]>] extends [
  Session,
  keyof PlainSession,
  keyof NonNullable<PlainSession["user"]>,
]
  ? false
  : true;

/** What an app registers comes first, then what it augments here, then what an adapter assumes. */
export type RegisteredSession = Register extends { session: infer S }
  ? [S] extends [SessionBase]
    ? S
    : TypeInRegisterHasNoExpires<S>
  : IsAugmented extends true
    ? Session
    : Register extends { assumed: infer A extends SessionBase }
      ? A
      : Session;

/** `"loading"`: not known yet. An error never turns "authenticated" into anything else. */
export type SessionStatus = "loading" | "authenticated" | "unauthenticated";

/** What is known of the session now. Frozen, and the same object until something visible changes. */
export type SessionSnapshot<S> = {
  /** Why the last read failed; `null` once one has succeeded. */
  readonly error: SessionFetchError | null;
  /** Whether a read is under way. A consumer that never looks at it is not told when it changes. */
  readonly isFetching: boolean;
} & (
  | { readonly status: "loading"; readonly data: undefined }
  | { readonly status: "authenticated"; readonly data: S }
  | { readonly status: "unauthenticated"; readonly data: null }
);
