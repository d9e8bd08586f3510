import type { SessionFetchError } from "../errors.ts";

/** The user who is signed in. Augment it for the fields that your session callback adds. */
export interface User {
  id?: string;
  name?: string | null;
  email?: string | null;
  image?: string | null;
}

/** What every Auth.js server sends: a user, and the end of the session. */
export interface DefaultSession {
  user?: User;
  /** The end of the session by the server's clock, as an ISO 8601 date. Every read may move it. */
  expires: string;
}

/** The session. Augment it (`declare module "@sojourn/core"`) to add your own fields. */
export interface Session extends DefaultSession {}

/**
 * Replaces the session type everywhere: add `interface Register { session: MySession }` to this
 * module, with any type that has `expires: string`. `assumed` is for adapters: their session type
 * for apps that declare none. `@sojourn/react` adds next-auth's there.
 */
export interface Register {}

/** What every session type must have. */
export interface SessionBase {
  user?: unknown;
  expires: string;
}

/** Replaces a session type that does not fit, so that the compiler's error says why. */
interface TypeInRegisterHasNoExpires<S> {
  "the type in Register needs `expires: string`": S;
}

/** {@link Session} as it is without any augmentation. */
interface PlainSession {
  user?: { id?: string; name?: string | null; email?: string | null; image?: string | null };
  expires: string;
}

/** Whether an app has augmented {@link Session} or {@link User}, also with optional fields only. */
type IsAugmented = [PlainSession, keyof Session, keyof NonNullable<Session["user"]>] extends [
  Session,
  keyof PlainSession,
  keyof NonNullable<PlainSession["user"]>,
]
  ? false
  : true;

/**
 * The session type of the app: what it registers, else what it augments here, else what an adapter
 * assumes.
 */
export type RegisteredSession = Register extends { session: infer S }
  ? [S] extends [SessionBase]
    ? S
    : TypeInRegisterHasNoExpires<S>
  : IsAugmented extends true
    ? Session
    : Register extends { assumed: infer A extends SessionBase }
      ? A
      : Session;

/**
 * Whether a user is signed in. `"loading"` means that it is not known yet. An error never ends
 * "authenticated".
 */
export type SessionStatus = "loading" | "authenticated" | "unauthenticated";

/**
 * What is shown of the state. It is frozen, and stays the same object until something visible
 * changes.
 */
export type SessionSnapshot<S> = {
  /** Why the last read has failed; `null` after one has succeeded. */
  readonly error: SessionFetchError | null;
  /**
   * Whether a read is under way. The snapshot changes with it only for a consumer that has read it.
   */
  readonly isFetching: boolean;
} & (
  | { readonly status: "loading"; readonly data: undefined }
  | { readonly status: "authenticated"; readonly data: S }
  | { readonly status: "unauthenticated"; readonly data: null }
);
