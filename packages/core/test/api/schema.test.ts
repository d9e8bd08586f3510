import { expect, test } from "vitest";
import { parseSession } from "../../src/api/schema.ts";
import type { SchemaResult } from "../../src/types/schema.ts";

const schemaOf = (result: SchemaResult<string>) =>
  ({ "~standard": { version: 1, vendor: "test", validate: () => result } }) as const;

test("a session that fits is what the schema makes of it", async () => {
  await expect(parseSession(schemaOf({ value: "made" }), {})).resolves.toBe("made");
});

test.each([
  ["says why", [{ message: "no name" }]],
  ["does not say why", []],
])("one that does not fit is an error with its issues, though the schema %s", async (_, issues) => {
  const parsed = parseSession(schemaOf({ issues }), {});
  await expect(parsed).rejects.toMatchObject({ code: "schema", issues });
});
