import { useRuntimeConfig } from "nuxt/app";
import { toConfig, type Config } from "./to-config.ts";

/** Returns the options of the module. @throws Error outside of Nuxt's context */
export function useConfig(): Config {
  const { app, public: config } = useRuntimeConfig();
  // Nuxt adds the type of `app` in an app only.
  return toConfig(config["sojourn"], (app as { baseURL: string }).baseURL);
}
