import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { cleanEnv } from "../../../../scripts/clean-env.ts";
import { freePort } from "../../../../scripts/free-port.ts";
import { folderOf, run } from "./run.ts";

/** An environment's Next app, built and served. */
export interface NextApp {
  url: string;
  /** The folder with what was built. */
  built: string;
  /** What the server has printed as errors. */
  complaints(): string;
  stop(): Promise<void>;
}

/**
 * Builds an environment's app by one of Next's bundlers, and serves it.
 *
 * @param authUrl where its auth server is; without it the app has one of its own
 */
export async function serveNextApp(
  environment: string,
  bundler: string,
  authUrl?: string,
): Promise<NextApp> {
  const env = { DIST_DIR: `.next-${bundler}`, ...(authUrl && { AUTH_URL: authUrl }) };
  await run(environment, ["next", "build", `--${bundler}`], env);

  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const next = spawn("node", ["node_modules/next/dist/bin/next", "start", "-p", `${port}`], {
    cwd: folderOf(environment),
    env: { ...cleanEnv(), ...(!authUrl && { NEXTAUTH_URL: url, AUTH_URL: url }), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let complaints = "";
  next.stderr.on("data", (chunk) => (complaints += chunk));
  for await (const chunk of next.stdout) if (String(chunk).includes("Ready")) break;

  return {
    url,
    built: join(folderOf(environment), env.DIST_DIR),
    complaints: () => complaints,
    async stop() {
      next.kill();
      if (next.exitCode === null) await once(next, "exit");
    },
  };
}
