import { fileURLToPath } from "node:url";
import { testFramework } from "frameworks";

testFramework({
  name: "sveltekit",
  folder: fileURLToPath(new URL("..", import.meta.url)),
  command: () => ["start.ts"],
  authPath: "/auth",
  streams: true,
});
