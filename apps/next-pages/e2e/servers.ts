import { dirname } from "node:path";
import { serveApp } from "common/e2e";

export const app = {
  folder: dirname(__dirname),
  command: (port: string) => [
    require.resolve("next/dist/bin/next"),
    ...["start", "-H", "127.0.0.1", "-p", port],
  ],
  authPath: "/api/auth",
};

/** Serves the built app twice: as it comes, and with sessions that live for four seconds. */
export default async function startServers() {
  const apps = await Promise.all([
    serveApp(app),
    serveApp({ ...app, env: { SESSION_MAX_AGE: "4" } }),
  ]);
  // Workers inherit the environment: they read the addresses from it.
  [process.env.NEXT_PAGES_URL, process.env.NEXT_PAGES_SHORT_URL] = apps.map(({ url }) => url);
  return () => Promise.all(apps.map(({ stop }) => stop()));
}
