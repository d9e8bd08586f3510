import { mountPanel } from "./panel/mount-panel.ts";
import { mountDevtools as mountNothing } from "./production/index.ts";

// Bundlers replace it. The package has no types of Node.
declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * Adds the panel to the page. In production and on a server it does nothing.
 *
 * @param client the client. Without it, the buttons "Read now" and "Expire now" are disabled
 * @returns a function that removes the panel
 * @example
 * mountDevtools(client);
 */
export const mountDevtools: typeof mountPanel =
  process.env.NODE_ENV === "production" ? mountNothing : mountPanel;
