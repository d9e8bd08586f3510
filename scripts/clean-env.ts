import { delimiter, join } from "node:path";

/** The environment for a program of its own, without what a test run has set for itself. */
export function cleanEnv(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" };
  const own = /^(?:NODE_ENV|NODE_OPTIONS|FORCE_COLOR|TEST|DEV|PROD|SSR|MODE|BASE_URL|VITEST.*)$/;
  for (const name of Object.keys(env)) if (own.test(name)) delete env[name];
  return env;
}

/** The environment that a folder's `package.json` scripts have: programs of its packages are found. */
export function scriptEnv(folder: string): NodeJS.ProcessEnv {
  const PATH = [join(folder, "node_modules/.bin"), process.env["PATH"]].join(delimiter);
  return { ...cleanEnv(), PATH };
}
