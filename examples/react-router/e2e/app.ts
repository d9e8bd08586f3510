import { dirname } from "node:path";
import type { FrameworkApp } from "frameworks";

export const app: FrameworkApp = {
  name: "react-router",
  folder: dirname(import.meta.dirname),
  command: () => ["node_modules/@react-router/serve/bin.cjs", "dist/server/index.js"],
  authPath: "/api/auth",
  streams: true,
};
