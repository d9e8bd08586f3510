export { SessionProvider } from "./streaming/session-provider.ts";
export { useSession } from "./streaming/use-session.ts";
export type { SessionProviderProps, SuspenseOptions, SuspenseResult } from "./streaming/types.ts";
