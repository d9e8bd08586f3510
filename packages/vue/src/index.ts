export { createSojourn, useSessionClient, type Sojourn, type SojournOptions } from "./plugin.ts";
export { useSession } from "./use-session.ts";
export type { UseSessionOptions, UseSessionResult } from "./types.ts";

// The core's types belong to this API, and `Register` can be augmented under this name only so.
export type * from "@sojourn/core";
