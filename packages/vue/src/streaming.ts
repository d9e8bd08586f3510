export { createSojourn, type SojournOptions } from "./streaming/plugin.ts";
export { useSession } from "./streaming/use-session.ts";
export type { KnownResult, UseSessionResult } from "./streaming/types.ts";
