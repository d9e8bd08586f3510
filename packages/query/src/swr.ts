export { connectSession, sessionKey, type ConnectOptions } from "./swr/connect-session.ts";
export { useConnectedSession } from "./swr/use-connected-session.ts";
export { useSession } from "./swr/use-session.ts";
