export { injectSession } from "./inject-session.ts";
export { provideServerSession, type ReadServerSession } from "./provide-server-session.ts";
export { provideSojourn } from "./provide-sojourn.ts";
export { refreshOnChange } from "./refresh-on-change.ts";
export { injectSessionClient } from "./session-context.ts";
export type { InjectSessionOptions, InjectSessionResult, SojournOptions } from "./types.ts";

// The core's types are part of this API, and an app can only augment a `Register` that is exported
// here. Each type is named, because TypeScript 4.9 does not know `export type *`.
export type {
  ClientSafeProvider,
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
  SignInOptions,
  SignInResponse,
  SignOutOptions,
  SignOutResponse,
  Stop,
  TabChannel,
  UnsafeRedirectError,
  User,
} from "@sojourn/core";
