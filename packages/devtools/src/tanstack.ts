import { createPlugin } from "./tanstack/plugin.ts";
import { sojournDevtoolsPlugin as noPlugin } from "./production/tanstack.ts";

// Bundlers replace it. The package has no types of Node.
declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * Creates a plugin of TanStack Devtools, with the panel. Its event client, of the id "sojourn",
 * emits an event for each step of a client, and takes commands; see `SojournEvents`. In production
 * the plugin shows and emits nothing.
 *
 * @param client the client. Without it, the buttons "Read now" and "Expire now" are disabled
 * @example
 * new TanStackDevtoolsCore({ plugins: [sojournDevtoolsPlugin(client)] }).mount(element);
 */
export const sojournDevtoolsPlugin: typeof createPlugin =
  process.env.NODE_ENV === "production" ? noPlugin : createPlugin;

export type { SojournEvents } from "./tanstack/events.ts";
export type { SojournPlugin } from "./tanstack/plugin.ts";
