export { createIdleEnvironment, type IdleEnvironment } from "../environment/idle-environment.ts";
export { createIdleTimer } from "./idle/create-idle-timer.ts";
export type { IdleOptions } from "./idle/idle-options.ts";
export type { IdleSnapshot } from "./idle/idle-snapshot.ts";
export type { IdleTimer } from "./idle/idle-timer.ts";
