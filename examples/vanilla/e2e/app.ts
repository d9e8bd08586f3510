import { fileURLToPath } from "node:url";

export const app = {
  folder: fileURLToPath(new URL("..", import.meta.url)),
  command: () => ["server/start.ts"],
  authPath: "/auth",
};
