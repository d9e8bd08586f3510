import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { serveApp } from "common/e2e";

const require = createRequire(import.meta.url);

export default async function startServer() {
  const { url, stop } = await serveApp({
    folder: fileURLToPath(new URL("..", import.meta.url)),
    command: (port) => [
      require.resolve("next/dist/bin/next"),
      ...["start", "-H", "127.0.0.1", "-p", port],
    ],
    authPath: "/api/auth",
    host: "localhost",
  });
  // Workers inherit the environment: they read the address from it.
  process.env.NEXT_APP_URL = url;
  return stop;
}
