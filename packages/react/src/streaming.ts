export { SessionProvider } from "./streaming/session-provider.tsx";
export { useSession } from "./streaming/use-session.ts";
export type {
  SelectSuspenseOptions,
  SessionProviderProps,
  SuspenseOptions,
  SuspenseResult,
} from "./streaming/types.ts";
