import { fileURLToPath } from "node:url";

export const app = {
  name: "tanstack-start",
  folder: fileURLToPath(new URL("..", import.meta.url)),
  command: () => [".output/server/index.mjs"],
  authPath: "/api/auth",
  env: { HOST: "127.0.0.1" },
};
