import { type AppToServe, serveApp } from "./serve-app.ts";

/** How long a session lives without being read, at the second address. */
export const BRIEF_MAX_AGE_MS = 4000;

/**
 * Serves a built app twice while the tests run: as it comes, at `APP_URL`, and with brief sessions,
 * at `APP_BRIEF_URL`. For Playwright's `globalSetup`.
 */
export function serveDuringTests(app: AppToServe) {
  return async () => {
    const brief = { SESSION_MAX_AGE: String(BRIEF_MAX_AGE_MS / 1000) };
    const apps = await Promise.all([serveApp(app), serveApp({ ...app, env: brief })]);
    // Workers inherit the environment: they read the addresses from it.
    [process.env["APP_URL"], process.env["APP_BRIEF_URL"]] = apps.map(({ url }) => url);
    return () => Promise.all(apps.map(({ stop }) => stop()));
  };
}
