import { expect, test } from "vitest";
import { createParser, type ParseSession } from "../../src/api/schema.ts";
import { createManualClock, type ManualClock } from "../../src/environment/memory/manual-clock.ts";
import { createServerEnvironment } from "../../src/environment/server.ts";
import type { SchemaResult } from "../../src/types/schema.ts";
import type { SessionBase } from "../../src/types/session.ts";

const made: SessionBase = { user: { name: "made" }, expires: "" };

function parserOf(result: SchemaResult<SessionBase> | Promise<SchemaResult<SessionBase>>): {
  parse: ParseSession;
  clock: ManualClock;
} {
  const clock = createManualClock(0);
  const environment = { ...createServerEnvironment(), schedule: clock.schedule };
  const schema = { "~standard": { version: 1, vendor: "test", validate: () => result } } as const;
  // There is a parser where there is a schema.
  return { clock, parse: createParser(environment, schema, 10_000) as ParseSession };
}

test("a session that fits is what the schema makes of it", async () => {
  await expect(parserOf({ value: made }).parse({})).resolves.toBe(made);
});

test.each([
  ["says why", [{ message: "no name" }]],
  ["does not say why", []],
])("one that does not fit is an error with its issues, though the schema %s", async (_, issues) => {
  const parsed = parserOf({ issues }).parse({});
  await expect(parsed).rejects.toMatchObject({ code: "schema", issues });
});

test("a schema that never settles is waited for no longer than a read", async () => {
  const { parse, clock } = parserOf(new Promise(() => {}));
  const parsed = parse({}, { url: "/session" }).catch((error: unknown) => error);
  await clock.advance(10_000);
  expect(await parsed).toMatchObject({ code: "timeout", detail: "schema", url: "/session" });
});
