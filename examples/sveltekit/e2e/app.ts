import { fileURLToPath } from "node:url";

export const app = {
  name: "sveltekit",
  folder: fileURLToPath(new URL("..", import.meta.url)),
  command: () => ["start.ts"],
  authPath: "/auth",
  streams: true,
};
