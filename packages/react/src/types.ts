import type {
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

/** Has the server make a new session; see `SessionClient.update`. */
// `any` as next-auth has it: with `unknown` a test's own `update` would have to take everything.
// oxlint-disable-next-line typescript/no-explicit-any
export type UpdateSession<S = RegisteredSession> = (data?: any) => Promise<S | null>;

/**
 * What `useSession` tells, narrowed by `status`. While "loading", `data` is `undefined` as it always
 * was, though declared `null` as next-auth declares it: code that compiled must compile.
 */
export type SessionContextValue<R extends boolean = false, T = RegisteredSession> = R extends true
  ? | { update: UpdateSession; data: T; status: "authenticated" }
    | { update: UpdateSession; data: null; status: "loading" }
  : | { update: UpdateSession; data: T; status: "authenticated" }
    | { update: UpdateSession; data: null; status: "unauthenticated" | "loading" };

/** {@link SessionContextValue}, and why the last read failed: always there, but not in a test's own values. */
export type UseSessionResult<
  R extends boolean = false,
  T = RegisteredSession,
> = SessionContextValue<R, T> & { error?: SessionFetchError | null | undefined };

/** Options of `useSession`. */
export interface UseSessionOptions<R extends boolean = boolean> {
  /** Without a session there is nothing to see: stays "loading", and the user goes to sign in. */
  required?: R;
  /** Called in place of that, once each time it becomes certain that nobody is signed in. */
  onUnauthenticated?: () => void;
}

/** Options of `useSession` for a part of the session, or something made of it. */
export interface SelectSessionOptions<R extends boolean, T> extends UseSessionOptions<R> {
  /** What `data` is to be. The component renders only when the result changes. */
  select: (session: RegisteredSession) => T;
}

/**
 * Props of `SessionProvider`. `timeoutMs`, `mutationTimeoutMs` and `identify` are read when it is
 * first rendered.
 */
export interface SessionProviderProps
  extends
    RefetchOptions,
    Pick<SessionClientOptions<RegisteredSession>, "timeoutMs" | "mutationTimeoutMs" | "identify"> {
  children?: ReactNode;
  /** What the server has rendered: `undefined` unknown, `null` nobody, else the session. */
  session?: RegisteredSession | null | undefined;
  /** Where the auth handlers are. Default `"/api/auth"`. */
  basePath?: string | undefined;
  /** The auth server's origin, if it is not the page's. */
  baseUrl?: string | undefined;
  /** A client of your own; all other options but `session` are then its business. */
  client?: SessionClient<RegisteredSession> | undefined;
}

/** Parameters of `getSession`: on a server the request; in a browser there is nothing to say. */
export interface GetSessionParams extends RequestSource {
  /** @deprecated next-auth's. It has no effect, and never had. */
  event?: "storage" | "timer" | "hidden" | (string & {});
  /** @deprecated next-auth's. It has no effect, and never had. */
  triggerEvent?: boolean;
  /** @deprecated next-auth's. Other tabs are told the answer, and no longer ask for it themselves. */
  broadcast?: boolean;
}
