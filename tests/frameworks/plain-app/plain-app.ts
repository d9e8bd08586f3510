import type { FrameworkApp } from "../suite/framework-app.ts";

/** An app of no framework, by which the suite itself is tested. */
export const plainApp: FrameworkApp = {
  name: "plain",
  folder: import.meta.dirname,
  command: () => ["start.ts"],
  authPath: "/api/auth",
  streams: true,
};
