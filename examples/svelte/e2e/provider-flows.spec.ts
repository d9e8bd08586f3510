import { fileURLToPath } from "node:url";
import { testProviderFlows } from "provider-flows";

testProviderFlows({
  name: "svelte",
  dialect: "v5",
  folder: fileURLToPath(new URL("..", import.meta.url)),
  command: () => ["server/start.ts"],
  authPath: "/auth",
});
