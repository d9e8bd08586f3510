import { fileURLToPath } from "node:url";
import { testDoors } from "doors";

testDoors({
  name: "solid",
  dialect: "v5",
  folder: fileURLToPath(new URL("..", import.meta.url)),
  command: () => ["server/start.ts"],
  authPath: "/auth",
});
