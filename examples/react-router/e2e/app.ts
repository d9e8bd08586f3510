import { fileURLToPath } from "node:url";

export const app = {
  name: "react-router",
  folder: fileURLToPath(new URL("..", import.meta.url)),
  command: () => ["node_modules/@react-router/serve/bin.cjs", "dist/server/index.js"],
  authPath: "/api/auth",
};
