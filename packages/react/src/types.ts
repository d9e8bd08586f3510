import type {
  ClientSafeProvider as CoreProvider,
  RefetchOptions,
  RegisteredSession,
  RequestSource,
  SessionClient,
  SessionClientOptions,
  SessionFetchError,
  SignInOptions as CoreSignInOptions,
  SignInAuthorizationParams,
  SignInResponse,
  SignOutOptions,
  SignOutResponse,
} from "@sojourn/core";
import type { ReactNode } from "react";

/** Some literals for the editor to offer, and any other string. */
export type LiteralUnion<T extends U, U = string> = T | (U & Record<never, never>);

/** The providers whose sign-in can be awaited: they need not leave the page. */
export type RedirectableProviderType = "email" | "credentials";

/** Has the server make a new session; see `SessionClient.update`. */
// next-auth declares `any` here; `unknown` takes the same arguments.
export type UpdateSession<S = RegisteredSession> = (data?: unknown) => Promise<S | null>;

/**
 * What `useSession` tells, narrowed by `status`. While "loading", `data` is `undefined` as it always
 * was, though declared `null` as next-auth declares it: code that compiled must compile.
 */
export type SessionContextValue<R extends boolean = false, T = RegisteredSession> = R extends true
  ? | { update: UpdateSession; data: T; status: "authenticated" }
    | { update: UpdateSession; data: null; status: "loading" }
  : | { update: UpdateSession; data: T; status: "authenticated" }
    | { update: UpdateSession; data: null; status: "unauthenticated" | "loading" };

/** {@link SessionContextValue}, and why the last read failed. */
export type UseSessionResult<
  R extends boolean = false,
  T = RegisteredSession,
> = SessionContextValue<R, T> & { error: SessionFetchError | null };

/** Options of `useSession`. */
export interface UseSessionOptions<R extends boolean = boolean> {
  /** Without a session there is nothing to see: stays "loading", and the visitor goes to sign in. */
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

/** How a provider presents itself, from `GET /providers`. */
export interface ClientSafeProvider extends CoreProvider {
  id: LiteralUnion<RedirectableProviderType>;
}

/** Options of `signIn`; all other fields are sent to the provider. */
export interface SignInOptions<R extends boolean = boolean> extends CoreSignInOptions<R> {}

/** Options of `signOut`. */
export interface SignOutParams<R extends boolean = boolean> extends SignOutOptions<R> {}

/**
 * The signatures of `signIn`: that of a popup, v5's two, one for a `redirect` that is not known before it runs, and
 * v4's for those who name its type argument.
 */
export interface SignIn {
  (
    provider: LiteralUnion<RedirectableProviderType>,
    options: SignInOptions & { popup: true },
    authorizationParams?: SignInAuthorizationParams,
  ): Promise<SignInResponse>;
  (
    provider?: LiteralUnion<RedirectableProviderType>,
    options?: SignInOptions<true>,
    authorizationParams?: SignInAuthorizationParams,
  ): Promise<void>;
  (
    provider?: LiteralUnion<RedirectableProviderType>,
    options?: SignInOptions<false>,
    authorizationParams?: SignInAuthorizationParams,
  ): Promise<SignInResponse>;
  (
    provider?: LiteralUnion<RedirectableProviderType>,
    options?: SignInOptions | FormData,
    authorizationParams?: SignInAuthorizationParams,
  ): Promise<SignInResponse | undefined>;
  <P extends RedirectableProviderType | undefined = undefined>(
    provider?: LiteralUnion<RedirectableProviderType>,
    options?: SignInOptions,
    authorizationParams?: SignInAuthorizationParams,
  ): Promise<P extends RedirectableProviderType ? SignInResponse | undefined : undefined>;
}

/** The signatures of `signOut`: v5's two, and v4's for those who name its type argument. */
export interface SignOut {
  (options?: SignOutParams<true>): Promise<void>;
  (options?: SignOutParams<false>): Promise<SignOutResponse>;
  <R extends boolean = true>(
    options?: SignOutParams<R>,
  ): Promise<R extends true ? undefined : SignOutResponse>;
}
