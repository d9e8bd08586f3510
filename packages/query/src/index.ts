export { connectSession, type ConnectOptions } from "./tanstack/connect-session.ts";
export {
  sessionKey,
  sessionQueryOptions,
  type SessionQueryOptions,
} from "./tanstack/session-query-options.ts";
