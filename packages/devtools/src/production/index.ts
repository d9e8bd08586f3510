import type { mountPanel } from "../panel/mount-panel.ts";
import type { observeOptions } from "../observe-options.ts";

/** Returns the options as they are. */
export const withDevtools: typeof observeOptions = (options = {}) => options;

/** Does nothing. */
export const mountDevtools: typeof mountPanel = () => () => {};
