// @vitest-environment node
import type { Session } from "next-auth";
import { expect, test } from "vitest";
import { appRouter } from "~/server/app-router";
import { createInnerContext } from "~/server/trpc";

const ada: Session = { user: { id: "1", name: "Ada" }, expires: "2100-01-01T00:00:00.000Z" };

const callAs = (session: Session | null) => appRouter.createCaller(createInnerContext({ session }));

test("tells the secret to members", async () => {
  await expect(callAs(ada).secret()).resolves.toBe("The secret of user 1");
});

test("tells nobody else", async () => {
  await expect(callAs(null).secret()).rejects.toThrow("UNAUTHORIZED");
});

test("keeps notes", async () => {
  await callAs(ada).notes.add({ text: "Engine" });
  await expect(callAs(ada).notes.list()).resolves.toEqual(["Engine"]);
});
