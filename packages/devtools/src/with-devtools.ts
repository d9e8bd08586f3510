import { observeOptions } from "./observe-options.ts";
import { withDevtools as leaveOptions } from "./production/index.ts";

// Bundlers replace it. The package has no types of Node.
declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * Adds the devtools to the options of one client, which the panel then shows. It wraps `inspect` and
 * `fetch`. In production and on a server it returns the options as they are.
 *
 * @param options the options of the client
 * @param devtools what a copied recording keeps of a session
 * @example
 * const client = createSessionClient(withDevtools({ refetchInterval: 300 }));
 */
export const withDevtools: typeof observeOptions =
  process.env.NODE_ENV === "production" ? leaveOptions : observeOptions;
