import { serveApp } from "common/e2e";
import { app } from "./app.ts";

export default async function startServer() {
  const { url, stop } = await serveApp(app);
  // Workers inherit the environment: they read the address from it.
  process.env.NEXT_APP_URL = url;
  return stop;
}
