import { test } from "vitest";
import { checkSimulations, readOptions } from "./check.ts";

test("whatever happens, every law holds (sessions in tokens)", async () => {
  await checkSimulations("jwt", readOptions(1250));
}, 180_000);
