import { fileURLToPath } from "node:url";

export const app = {
  name: "vue",
  dialect: "v5",
  folder: fileURLToPath(new URL("..", import.meta.url)),
  command: () => ["server/start.ts"],
  authPath: "/auth",
} as const;
