import { fileURLToPath } from "node:url";

export const app = {
  name: "nuxt",
  folder: fileURLToPath(new URL("..", import.meta.url)),
  command: () => ["start.ts"],
  authPath: "/api/auth",
};
