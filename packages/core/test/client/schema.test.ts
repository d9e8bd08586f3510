import * as v from "valibot";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Session, SessionSchema } from "../../src/index.ts";
import { ada, grace, json } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";
import { failing } from "../support/faults.ts";

const expires = "2026-02-01T00:00:00.000Z";
const answering = (user: unknown) => failing("GET session", () => json({ user, expires }));

const schemas: [string, SessionSchema<Session>][] = [
  ["zod", z.object({ user: z.object({ id: z.string(), name: z.string() }), expires: z.string() })],
  [
    "valibot",
    v.object({ user: v.object({ id: v.string(), name: v.string() }), expires: v.string() }),
  ],
];

describe.each(schemas)("a schema of %s", (_, schema) => {
  const options = { user: ada, client: { schema } };

  test("has what fits shown, and nothing that it does not know", async () => {
    const { server, tabs, shown, advance } = openBrowser({ ...options, tabs: 2 });
    server.fault = answering({ ...ada, secret: "s3cret" });
    await advance(100);
    expect(shown()).toEqual(["Ada", "Ada"]);
    for (const { client } of tabs) expect(client.getSnapshot().data?.user).toEqual(ada);
  });

  test("keeps what does not fit from being shown, and says in a typed error what is wrong", async () => {
    const { server, tabs, advance } = openBrowser(options);
    server.fault = answering({ id: 5, name: "Ada" });
    await advance(1000);
    const { status, data, error } = tabs[0]!.client.getSnapshot();
    expect({ status, data }).toEqual({ status: "unauthenticated", data: null });
    expect(error).toMatchObject({ name: "SessionFetchError", code: "schema", status: 200 });
    expect(error?.url).toMatch(/\/session$/);
    expect(error).toHaveProperty("issues", [
      expect.objectContaining({ message: expect.stringMatching(/string/) }),
    ]);
  });

  test("keeps the session when a later answer does not fit, and recovers", async () => {
    const { server, tabs, shown, advance } = openBrowser({ ...options, tabs: 2 });
    await advance(100);
    server.fault = answering({ id: 5 });
    await advance(6000);
    await tabs[0]!.client.getSession();
    expect(shown()).toEqual(["Ada", "Ada"]);
    expect(tabs[0]!.client.getSnapshot().error).toMatchObject({ code: "schema" });
    server.fault = undefined;
    await advance(120_000);
    expect(tabs[0]!.client.getSnapshot().error).toBeNull();
  });

  test("rejects an update whose answer does not fit, and the session stays", async () => {
    const { server, tabs, shown, advance, finish } = openBrowser(options);
    await advance(100);
    server.fault = failing("POST session", () => json({ user: {}, expires }));
    await expect(finish(tabs[0]!.client.update())).rejects.toMatchObject({ code: "schema" });
    expect(shown()).toEqual(["Ada"]);
  });

  test("accepts that nobody is signed in", async () => {
    const { shown, advance } = openBrowser({ client: { schema } });
    await advance(100);
    expect(shown()).toEqual(["nobody"]);
  });
});

test("what an older tab has read is asked for again, if it does not fit here", async () => {
  const role = z.object({
    user: z.object({ name: z.string(), role: z.string() }),
    expires: z.string(),
  });
  const { server, tabs, open, advance } = openBrowser({ user: ada });
  await advance(100);
  const newer = open({ client: { schema: role as SessionSchema<Session> } });
  server.fault = answering({ ...ada, role: "admin" });
  await advance(100);
  expect(tabs[0]!.shows()).toBe("Ada");
  expect(newer.client.getSnapshot().data?.user).toEqual({ name: "Ada", role: "admin" });
  expect(newer.history).toEqual(["loading", "Ada"]);
});

test("a schema may take its time, and change what is shown", async () => {
  const schema = z.object({
    user: z.object({ name: z.string().transform(async (name) => name.toUpperCase()) }),
    expires: z.string(),
  });
  const { tabs, advance } = openBrowser({ user: ada, tabs: 2, client: { schema } });
  await advance(100);
  for (const { client } of tabs) expect(client.getSnapshot().data?.user?.name).toBe("ADA");
});

test("what a schema changes is changed once in every tab, and polls stay one for all", async () => {
  const schema = z.object({
    user: z.object({ name: z.string().transform((name) => ({ first: name })) }),
    expires: z.string(),
  }) as unknown as SessionSchema<Session>;
  const client = { schema, refetchInterval: 10 };
  const { server, tabs, advance, finish } = openBrowser({ user: ada, tabs: 3, client });
  await advance(100);
  const shown = () => tabs.map((tab) => tab.client.getSnapshot().data?.user?.name);
  expect(shown()).toEqual(Array.from(tabs, () => ({ first: "Ada" })));
  const before = server.count("GET session");
  await advance(30_000);
  expect(server.count("GET session") - before).toBeLessThanOrEqual(3);
  server.user = grace;
  await finish(tabs[0]!.client.getSession());
  await advance(10);
  expect(shown()).toEqual(Array.from(tabs, () => ({ first: "Grace" })));
});

test("what a schema makes anew of an answer that changes nothing keeps its object", async () => {
  const schema = z.object({
    user: z.object({
      name: z.string(),
      since: z
        .string()
        .default("2026")
        .transform((it) => new Date(it)),
    }),
    expires: z.string(),
  });
  const { tabs, advance, finish } = openBrowser({ user: ada, tabs: 2, client: { schema } });
  await advance(100);
  const before = tabs.map(({ client }) => client.getSnapshot());
  await advance(6000);
  await finish(tabs[0]!.client.getSession());
  await advance(10);
  expect(tabs.map(({ client }) => client.getSnapshot())).toEqual(before);
  for (const [index, { client }] of tabs.entries()) {
    expect(client.getSnapshot()).toBe(before[index]);
  }
});

test("a schema that throws is an answer that does not fit", async () => {
  const validate = (): never => {
    throw new Error("out of order");
  };
  const schema = { "~standard": { version: 1, vendor: "test", validate } } as const;
  const { tabs, advance } = openBrowser({ user: ada, client: { schema } });
  await advance(1000);
  expect(tabs[0]!.client.getSnapshot().error).toMatchObject({
    code: "schema",
    message: expect.stringContaining("out of order"),
  });
});
