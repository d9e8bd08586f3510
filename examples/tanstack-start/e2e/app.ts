import { dirname } from "node:path";

export const app = {
  name: "tanstack-start",
  folder: dirname(import.meta.dirname),
  command: () => ["start.ts"],
  authPath: "/api/auth",
  streams: true,
};
