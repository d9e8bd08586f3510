import { fileURLToPath } from "node:url";

export const app = {
  name: "angular",
  folder: fileURLToPath(new URL("..", import.meta.url)),
  command: () => ["dist/server/server.mjs"],
  authPath: "/api/auth",
};
