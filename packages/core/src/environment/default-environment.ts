import { createBrowserEnvironment } from "./browser/browser-environment.ts";
import type { Environment } from "./environment.ts";
import { isServer } from "./is-server.ts";
import { createServerEnvironment } from "./server.ts";

/**
 * Creates the environment for where the code runs: that of a browser, or the inert one of a server.
 * Bundlers for browsers replace this file with the browser's environment alone (`browser` in
 * package.json).
 */
export function createDefaultEnvironment(): Environment {
  return isServer() ? createServerEnvironment() : createBrowserEnvironment();
}
