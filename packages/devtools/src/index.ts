export { mountDevtools } from "./mount-devtools.ts";
export { withDevtools } from "./with-devtools.ts";
export type { DevtoolsElement } from "./panel/element.ts";
export type { ReadableClient } from "./registry.ts";
export type { DevtoolsOptions } from "./types.ts";
