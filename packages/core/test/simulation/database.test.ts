import { test } from "vitest";
import { checkSimulations, readOptions } from "./check.ts";

test("whatever happens, every law holds (sessions in a database)", async () => {
  await checkSimulations("database", readOptions(1250));
}, 180_000);
