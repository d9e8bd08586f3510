// @vitest-environment node
import { version } from "react";
import { describe, expect, test, vi } from "vitest";
import { compileApp } from "../support/compile-app.ts";

vi.setConfig({ testTimeout: 60_000 });

const useTheRole = `
import { SessionProvider, getSession, useSession, useSessionClient } from "@sojourn/react";
export function Page() {
  const { data } = useSession();
  const required = useSession({ required: true });
  const selected = useSession({ select: (session) => session.user?.role });
  const client = useSessionClient();
  void getSession().then((session) => session?.user?.role satisfies string | undefined);
  data?.user?.role satisfies string | undefined;
  selected.data satisfies string | null | undefined;
  client.getSnapshot().data?.user?.role satisfies string | undefined;
  if (required.status === "authenticated") required.data.user?.role satisfies string | undefined;
  return <SessionProvider session={data} client={client} />;
}`;

const misuseTheRole = `
  useSession().data?.user?.role satisfies number | undefined;`;

const ways = {
  User: `declare module "NAME" { interface User { role: string } }`,
  Session: `import type { DefaultSession } from "NAME";
    declare module "NAME" { interface Session { user?: DefaultSession["user"] & { role: string } } }`,
  "Register with a session that extends the default": `import type { DefaultSession, User } from "NAME";
    interface MySession extends DefaultSession { user?: User & { role: string } }
    declare module "NAME" { interface Register { session: MySession } }`,
  "Register with a session of its own": `
    interface MySession { user?: { role: string }; expires: string }
    declare module "NAME" { interface Register { session: MySession } }`,
  "Register with the sessions of a schema": `
    import { createSessionClient, type SessionOf } from "@sojourn/core";
    import { z } from "zod";
    const schema = z.object({ user: z.object({ role: z.string() }), expires: z.string() });
    export const typed = createSessionClient({ schema });
    declare module "NAME" { interface Register { session: SessionOf<typeof schema> } }`,
  "Register with next-auth's augmented Session": `
    declare module "next-auth4" { interface Session { user?: { name?: string | null; role: string } } }
    declare module "NAME" { interface Register { session: import("next-auth4").Session } }`,
  "Register with Auth.js v5's augmented Session": `
    declare module "next-auth5" { interface User { role: string } }
    declare module "NAME" { interface Register { session: import("next-auth5").Session } }`,
};

// Which React runs makes no difference to the compiler.
describe.skipIf(version.startsWith("18."))("an app's own session type", () => {
  test("is not there unless it is declared", async () => {
    expect(await compileApp(useTheRole)).toContainEqual(expect.stringMatching(/ TS2339$/));
  });

  describe.each(["@sojourn/core", "@sojourn/react"])('declared in "%s"', (name) => {
    test.each(Object.entries(ways))("by %s, is the one of every function", async (_, way) => {
      const source = way.replaceAll("NAME", name) + useTheRole + misuseTheRole;
      const lastLine = source.split("\n").length;
      expect(await compileApp(source)).toEqual([`${lastLine} TS1360`]);
    });
  });

  describe.each(["v4", "v5"] as const)("where next-auth %s is installed", (nextAuth) => {
    const augmented = `import type { DefaultSession } from "next-auth";
      declare module "next-auth" { interface Session { user?: { role: string } & DefaultSession["user"] } }`;

    test("is next-auth's, without a line", async () => {
      const source = augmented + useTheRole + misuseTheRole;
      const lastLine = source.split("\n").length;
      expect(await compileApp(source, nextAuth)).toEqual([`${lastLine} TS1360`]);
    });

    test.each(["User", "Session", "Register with a session of its own"] as const)(
      "is the app's by %s, for that comes first",
      async (name) => {
        const source = ways[name].replaceAll("NAME", "@sojourn/react") + useTheRole + misuseTheRole;
        const lastLine = source.split("\n").length;
        expect(await compileApp(source, nextAuth)).toEqual([`${lastLine} TS1360`]);
      },
    );

    test("is the app's by a field that may be missing", async () => {
      const source = `import { useSession } from "@sojourn/react";
        declare module "@sojourn/react" { interface User { role?: string } }
        export const role: string | undefined = useSession().data?.user?.role;
        export const wrong: number | undefined = useSession().data?.user?.role;`;
      expect(await compileApp(source, nextAuth)).toEqual(["4 TS2322"]);
    });
  });

  describe("in Register", () => {
    const read = (type: string): string => `
      import { SessionProvider, useSession } from "@sojourn/react";
      declare module "@sojourn/react" { interface Register { session: ${type} } }
      const { data } = useSession();
      export const team: string | undefined = data?.team;
      export const app = <SessionProvider session={data} />;`;

    test.each([
      "{ team: string; expires: string }",
      "{ user: { name: string } | null; team: string; expires: string }",
      "{ user?: string; team: string; expires: string; error?: Error }",
    ])("may be %s", async (type) => {
      expect(await compileApp(read(type))).toEqual([]);
    });

    test.each(["{ team: string }", "{ team: string; expires: Date }", "null"])(
      "is an error as %s, wherever it is read",
      async (type) => {
        expect(await compileApp(read(type))).toEqual(["5 TS2339"]);
      },
    );
  });

  test("replaces the default, and is not merged with it", async () => {
    const source = `import { useSession } from "@sojourn/react";
      interface MySession { user?: { name?: string }; team: string; expires: string }
      declare module "@sojourn/core" { interface Register { session: MySession } }
      export const team: string | undefined = useSession().data?.team;
      export const email = useSession().data?.user?.email;`;
    expect(await compileApp(source)).toEqual(["5 TS2339"]);
  });
});
