import { createBrowserEnvironment } from "./browser/browser-environment.ts";
import type { Environment } from "./environment.ts";
import { isServer } from "./is-server.ts";
import { createServerEnvironment } from "./server.ts";

/**
 * The world as it is here: a browser's, or the inert one of a server. Bundlers for browsers take
 * the browser's alone in the place of this file (`browser` of package.json).
 */
export function createDefaultEnvironment(): Environment {
  return isServer() ? createServerEnvironment() : createBrowserEnvironment();
}
