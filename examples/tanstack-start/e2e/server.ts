import { serveApp } from "shared/e2e";
import { app } from "./app.ts";

/** Serves the built app at `APP_URL` while the tests run. */
export default async function serve() {
  const { url, stop } = await serveApp(app);
  // Workers inherit the environment.
  process.env["APP_URL"] = url;
  return stop;
}
