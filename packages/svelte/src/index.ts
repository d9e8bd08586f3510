export { createSessionClient } from "@sojourn/core";
export { getSessionClient, setSessionClient } from "./session-context.ts";
export { useSession } from "./use-session.ts";
export type { UseSessionOptions, UseSessionResult } from "./types.ts";

// The core's types belong to this API, and `Register` can be augmented under this name only so. One
// by one, for TypeScript 4.9 does not know `export type *`.
export type {
  ClientSafeProvider,
  CsrfError,
  DefaultSession,
  Environment,
  Popup,
  RefetchOptions,
  Register,
  RegisteredSession,
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
