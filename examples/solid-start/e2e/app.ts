import { dirname } from "node:path";
import type { FrameworkApp } from "frameworks";

export const app: FrameworkApp = {
  name: "solid-start",
  folder: dirname(import.meta.dirname),
  command: () => ["server/start.ts"],
  authPath: "/api/auth",
  streams: true,
};
