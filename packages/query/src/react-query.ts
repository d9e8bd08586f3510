export { connectSession, type ConnectOptions } from "./tanstack/connect-session.ts";
export {
  sessionKey,
  sessionQueryOptions,
  type SessionQueryOptions,
} from "./tanstack/session-query-options.ts";
export { useConnectedSession } from "./react-query/use-connected-session.ts";
export { useSession } from "./react-query/use-session.ts";
export type { SessionQueryConfig, UseSessionOptions } from "./react-query/types.ts";
