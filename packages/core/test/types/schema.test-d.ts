import * as v from "valibot";
import { describe, expectTypeOf, test } from "vitest";
import * as z from "zod";
import { createSessionClient, type SessionOf } from "../../src/index.ts";

interface Member {
  user: { role: "admin" | "guest" };
  expires: string;
}

describe("a schema", () => {
  test("of zod gives the client its type", () => {
    const role = z.enum(["admin", "guest"]);
    const schema = z.object({ user: z.object({ role }), expires: z.string() });
    const client = createSessionClient({ schema });
    expectTypeOf<SessionOf<typeof schema>>().toEqualTypeOf<Member>();
    const snapshot = client.getSnapshot();
    if (snapshot.status === "authenticated") expectTypeOf(snapshot.data).toEqualTypeOf<Member>();
    client.on("signedIn", (session) => expectTypeOf(session).toEqualTypeOf<Member>());
  });

  test("of valibot does too", () => {
    const role = v.picklist(["admin", "guest"]);
    const schema = v.object({ user: v.object({ role }), expires: v.string() });
    const client = createSessionClient({ schema });
    expectTypeOf<SessionOf<typeof schema>>().toEqualTypeOf<Member>();
    expectTypeOf(client.getSession()).resolves.toEqualTypeOf<Member | null>();
  });

  test("has to have an end", () => {
    // @ts-expect-error A session without `expires` is none.
    createSessionClient({ schema: z.object({ user: z.object({}) }) });
  });

  test("decides what the session option has to be", () => {
    const schema = z.object({ user: z.object({ id: z.string() }), expires: z.string() });
    createSessionClient({ schema, session: { user: { id: "1" }, expires: "2026" } });
    // @ts-expect-error
    createSessionClient({ schema, session: { user: {}, expires: "2026" } });
  });
});
