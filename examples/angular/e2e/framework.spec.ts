import { dirname } from "node:path";
import { testFramework } from "frameworks";

testFramework({
  name: "angular",
  folder: dirname(import.meta.dirname),
  command: () => ["dist/server/server.mjs"],
  authPath: "/api/auth",
});
