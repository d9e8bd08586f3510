import type { createPlugin } from "../tanstack/plugin.ts";

/** Returns a plugin that shows nothing. */
export const sojournDevtoolsPlugin: typeof createPlugin = () => ({
  id: "sojourn",
  name: "Sojourn",
  render() {},
  destroy() {},
});
