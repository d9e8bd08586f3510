export { createSessionClient, toSessionClient } from "./client/session-client.ts";
export { createSessionStore } from "./client/session-store.ts";
export {
  getCsrfToken,
  getProviders,
  prepareSignIn,
  signIn,
  signOut,
} from "./client/session-actions.ts";
export { signInByPopup } from "./client/session-popup.ts";
export {
  createRequestClient,
  type RequestClient,
  type RequestSource,
} from "./client/request-client.ts";

export { createInspector } from "./client/inspect/create-inspector.ts";
export {
  createRecorder,
  type Recorder,
  type RecorderOptions,
  type Recording,
} from "./client/inspect/create-recorder.ts";
export { replay, type ReplayOptions } from "./client/inspect/replay.ts";
export type { InspectedStep } from "./client/inspect/step.ts";

export {
  CsrfError,
  isCsrfError,
  isSessionFetchError,
  isSignInError,
  isUnsafeRedirectError,
  SessionError,
  SessionFetchError,
  SignInError,
  UnsafeRedirectError,
  type SessionErrorDetails,
  type SessionFetchErrorCode,
  type SignInErrorCode,
} from "./errors.ts";

export { createBrowserEnvironment } from "./environment/browser/browser-environment.ts";
export { isServer } from "./environment/is-server.ts";
export { createServerEnvironment } from "./environment/server.ts";
export type { Environment, Popup, Stop, TabChannel } from "./environment/environment.ts";

export type {
  DefaultSession,
  Register,
  RegisteredSession,
  Session,
  SessionBase,
  SessionSnapshot,
  SessionStatus,
  User,
} from "./types/session.ts";
export type { RefetchOptions, SessionClientOptions, SessionStoreOptions } from "./types/options.ts";
export type { Inspector } from "./types/inspector.ts";
export type { SchemaIssue, SchemaResult, SessionOf, SessionSchema } from "./types/schema.ts";
export type {
  GetSessionOptions,
  SessionClient,
  SessionEventMap,
  SessionStore,
} from "./types/client.ts";
export type { SessionObserver, SessionView, ShownSnapshot } from "./types/observer.ts";
export type {
  ClientSafeProvider,
  SignInAuthorizationParams,
  SignInOptions,
  SignInResponse,
  SignOutOptions,
  SignOutResponse,
} from "./types/sign-in.ts";
