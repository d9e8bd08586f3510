/** Bundlers for browsers replace `environment/default-environment.ts` with this. */
export { createBrowserEnvironment as createDefaultEnvironment } from "./browser-environment.ts";
