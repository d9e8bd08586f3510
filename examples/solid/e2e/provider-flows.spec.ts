import { fileURLToPath } from "node:url";
import { testAdapterFlows } from "provider-flows";

testAdapterFlows({
  name: "solid",
  dialect: "v5",
  folder: fileURLToPath(new URL("..", import.meta.url)),
  command: () => ["server/start.ts"],
  authPath: "/auth",
});
