import { fileURLToPath } from "node:url";

export const app = {
  name: "astro",
  folder: fileURLToPath(new URL("..", import.meta.url)),
  command: () => ["dist/server/entry.mjs"],
  authPath: "/api/auth",
} as const;
