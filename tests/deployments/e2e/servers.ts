import { fileURLToPath } from "node:url";
import { serveApp } from "shared/e2e";

const folder = fileURLToPath(new URL("..", import.meta.url));

interface NextApp {
  /** The Next `basePath` that it was built with. */
  basePath?: string;
  /** Where its handlers are. */
  authPath: string;
  /** What users take for its origin, where something stands before it. */
  origin?: string;
  host?: "127.0.0.1" | "localhost";
  env: Record<string, string>;
}

/** Serves the Next app, with both versions of next-auth. */
export function serveNext({ basePath = "", authPath, origin, host, env }: NextApp) {
  return serveApp({
    folder,
    ...(host && { host }),
    authPath,
    command: (port) => [
      "node_modules/next/dist/bin/next",
      ...["start", "-H", "127.0.0.1", "-p", port],
    ],
    env: (url) => ({
      ...env,
      NEXT_PUBLIC_BASE_PATH: basePath,
      NEXTAUTH_URL: `${origin ?? url}${authPath}`,
      // With it next-auth v4 forgets the path.
      AUTH_TRUST_HOST: "",
    }),
  });
}

/** Serves the Express server, with pages and with `@auth/express`. */
export function serveExpress(env: Record<string, string>, host?: "127.0.0.1" | "localhost") {
  return serveApp({
    folder,
    ...(host && { host }),
    authPath: "/auth",
    command: () => ["server/start.ts"],
    env: { AUTH_URL: "", NEXTAUTH_URL: "", ...env },
  });
}
