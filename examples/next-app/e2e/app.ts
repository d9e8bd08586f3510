import { fileURLToPath } from "node:url";

export const app = {
  folder: fileURLToPath(new URL("..", import.meta.url)),
  command: (port: string) => [
    "node_modules/next/dist/bin/next",
    ...["start", "-H", "127.0.0.1", "-p", port],
  ],
  authPath: "/api/auth",
  host: "localhost" as const,
};
