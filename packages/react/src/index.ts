export { getCsrfToken } from "./get-csrf-token.ts";
export { getProviders } from "./get-providers.ts";
export { getSession } from "./get-session.ts";
export { prepareSignIn } from "./prepare-sign-in.ts";
export { signIn } from "./sign-in.ts";
export { signInByPopup } from "./sign-in-by-popup.ts";
export { signOut } from "./sign-out.ts";

export { SessionContext } from "./session-context.ts";
export { SessionProvider } from "./session-provider.tsx";
export { useSession } from "./use-session.ts";
export { useSessionClient } from "./use-session-client.ts";

export { __NEXTAUTH, type AuthClientConfig } from "./defaults.ts";

// The core's types are part of this API, and an app can only augment a `Register` that is exported
// here. Each type is named, because TypeScript 4.9 does not know `export type *`.
export type {
  CsrfError,
  DefaultSession,
  Environment,
  GetSessionOptions,
  InspectedStep,
  Inspector,
  Popup,
  Recorder,
  RecorderOptions,
  Recording,
  RefetchOptions,
  Register,
  RegisteredSession,
  ReplayOptions,
  RequestClient,
  RequestSource,
  SchemaIssue,
  SchemaResult,
  Session,
  SessionBase,
  SessionClient,
  SessionClientOptions,
  SessionError,
  SessionErrorDetails,
  SessionEventMap,
  SessionFetchError,
  SessionFetchErrorCode,
  SessionObserver,
  SessionOf,
  SessionSchema,
  SessionSnapshot,
  SessionStatus,
  SessionStore,
  SessionStoreOptions,
  SessionView,
  ShownSnapshot,
  SignInAuthorizationParams,
  SignInError,
  SignInErrorCode,
  SignOutOptions,
  SignOutResponse,
  Stop,
  TabChannel,
  UnsafeRedirectError,
  User,
} from "@sojourn/core";
export type {
  ClientSafeProvider,
  GetSessionParams,
  LiteralUnion,
  RedirectableProviderType,
  SelectSessionOptions,
  SessionContextValue,
  SessionProviderProps,
  SignIn,
  SignInOptions,
  SignInResponse,
  SignOut,
  SignOutParams,
  UpdateSession,
  UseSessionOptions,
  UseSessionResult,
} from "./types.ts";
