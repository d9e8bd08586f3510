/** What bundlers for browsers take in the place of `environment/default-environment.ts`. */
export { createBrowserEnvironment as createDefaultEnvironment } from "./browser-environment.ts";
