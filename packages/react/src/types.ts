import type {
  GetSessionOptions,
  RefetchOptions,
  RegisteredSession,
  RequestSource,
  SessionClient,
  SessionClientOptions,
  SessionFetchError,
} from "@sojourn/core";
import type { ReactNode } from "react";

export type {
  ClientSafeProvider,
  CsrfToken,
  LiteralUnion,
  Providers,
  RedirectableProviderType,
} from "./types/providers.ts";
export type {
  SignIn,
  SignInOptions,
  SignInResponse,
  SignOut,
  SignOutParams,
} from "./types/sign-in.ts";

/** Asks the server to create a new session; see `SessionClient.update`. */
// This is `any`, as in next-auth. With `unknown`, an `update` that a test defines would have to
// accept any value.
// oxlint-disable-next-line typescript/no-explicit-any
export type UpdateSession<S = RegisteredSession> = (data?: any) => Promise<S | null>;

/**
 * The result of `useSession`, narrowed by `status`. While "loading", `data` is `undefined`, but it
 * is declared `null`, as in next-auth, so that code for next-auth compiles.
 */
export type SessionContextValue<R extends boolean = false, T = RegisteredSession> = R extends true
  ? | { update: UpdateSession; data: T; status: "authenticated" }
    | { update: UpdateSession; data: null; status: "loading" }
  : | { update: UpdateSession; data: T; status: "authenticated" }
    | { update: UpdateSession; data: null; status: "unauthenticated" | "loading" };

/**
 * {@link SessionContextValue}, and why the last read has failed. `error` is only missing in values
 * that a test provides.
 */
export type UseSessionResult<
  R extends boolean = false,
  T = RegisteredSession,
> = SessionContextValue<R, T> & { error?: SessionFetchError | null | undefined };

/** Options of `useSession`. */
export interface UseSessionOptions<R extends boolean = boolean> {
  /** Shows "loading" in place of "unauthenticated", and navigates to the sign-in page. */
  required?: R;
  /** Called instead of that navigation, each time it becomes certain that nobody is signed in. */
  onUnauthenticated?: () => void;
}

/** Options of `useSession` for a part of the session, or a value computed from it. */
export interface SelectSessionOptions<R extends boolean, T> extends UseSessionOptions<R> {
  /** Computes `data` from the session. The component renders only when the result changes. */
  select: (session: RegisteredSession) => T;
}

/**
 * Props of `SessionProvider`. Later changes of `timeoutMs`, `mutationTimeoutMs`, `identify`, `fetch`
 * and `inspect` have no effect.
 */
export interface SessionProviderProps
  extends
    RefetchOptions,
    Pick<
      SessionClientOptions<RegisteredSession>,
      "timeoutMs" | "mutationTimeoutMs" | "identify" | "fetch" | "inspect"
    > {
  children?: ReactNode;
  /**
   * The rendered session. `null` means that nobody is signed in, `undefined` that it is not known.
   */
  session?: RegisteredSession | null | undefined;
  /** The path of the Auth.js handlers. Default `"/api/auth"`. */
  basePath?: string | undefined;
  /** The auth server's origin, if it is not the page's. */
  baseUrl?: string | undefined;
  /** A client of your own. All other options but `session` have no effect then. */
  client?: SessionClient<RegisteredSession> | undefined;
}

/**
 * Parameters of `getSession`: the request on a server, and `maxAge` in a browser. A server is always
 * asked.
 */
export interface GetSessionParams extends RequestSource, GetSessionOptions {
  /** @deprecated next-auth's. It has no effect, and never had. */
  event?: "storage" | "timer" | "hidden" | (string & {});
  /** @deprecated next-auth's. It has no effect, and never had. */
  triggerEvent?: boolean;
  /**
   * @deprecated next-auth's. It has no effect: other tabs always get the answer, and do not read
   *   themselves.
   */
  broadcast?: boolean;
}
