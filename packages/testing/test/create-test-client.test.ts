import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createSession, createTestClient, disconnected, failing, grace } from "../src/index.ts";

test("knows a given session without a request", () => {
  const client = createTestClient({ session: createSession({ name: "Countess" }) });
  expect(client.getSnapshot()).toMatchObject({
    status: "authenticated",
    data: { user: { name: "Countess", email: "ada@example.com" } },
  });
  expect(client.server.requests).toEqual([]);
});

test("asks its server where no session is given", async () => {
  const client = createTestClient();
  expect(client.getSnapshot().status).toBe("loading");
  client.server.user = grace.user;
  expect(await client.getSession()).toMatchObject({ user: grace.user });
});

test("its server knows the given session, and reads it back", async () => {
  const client = createTestClient({ session: createSession({ role: "admin" }) });
  expect(await client.getSession()).toMatchObject({ user: { role: "admin" } });
});

test("signs in and out, and stays on its page", async () => {
  const client = createTestClient({ session: null });
  const stop = client.subscribe(() => {});
  await client.signIn("credentials", { username: "grace", password: "hopper", redirectTo: "/in" });
  expect(client.getSnapshot().data?.user).toEqual(grace.user);
  await client.signOut({ redirectTo: "/bye" });
  expect(client.getSnapshot().status).toBe("unauthenticated");
  expect(client.navigations).toEqual(["http://localhost:3000/in", "http://localhost:3000/bye"]);
  stop();
});

test("update() takes a new name, and what the server is told to take", async () => {
  const session = createSession();
  const client = createTestClient({ session });
  const updated = await client.update({ name: "Countess", role: "admin" });
  expect(updated?.user).toEqual({ ...session.user, name: "Countess" });
  expect(await client.update({ name: 7 })).toMatchObject({ user: { name: "Countess" } });

  const update = (user: object, data: unknown): object => ({ ...user, ...Object(data) });
  const open = createTestClient({ session, update });
  expect(await open.update({ role: "admin" })).toMatchObject({ user: { role: "admin" } });
});

test("has a server at the path of its options", async () => {
  const client = createTestClient({ session: null, basePath: "/auth" });
  await client.getSession();
  expect(client.server.url).toBe("http://localhost:3000/auth");
  expect(client.server.count("GET session")).toBe(1);
});

test("fails as its server does", async () => {
  const client = createTestClient({ session: createSession() });
  const stop = client.subscribe(() => {});
  client.server.fault = failing(503);
  await client.getSession();
  expect(client.getSnapshot()).toMatchObject({ status: "authenticated", error: { status: 503 } });
  stop();
});

test("two of them know nothing of one another", async () => {
  const [one, two] = [createTestClient({ session: null }), createTestClient({ session: null })];
  const stops = [one, two].map((client) => client.subscribe(() => {}));
  await one.signIn("credentials", { username: "ada", password: "lovelace", redirect: false });
  expect(two.getSnapshot().status).toBe("unauthenticated");
  expect(two.server.requests).toEqual([]);
  for (const stop of stops) stop();
});

test("touches no network", async () => {
  const fetch = vi.spyOn(globalThis, "fetch");
  await createTestClient().getSession();
  expect(fetch).not.toHaveBeenCalled();
});

describe.each(["v4", "v5"] as const)(
  "where fetch has no classes, as in Jest with jsdom (%s)",
  (dialect) => {
    beforeEach(() => {
      for (const name of ["Headers", "Request", "Response"]) vi.stubGlobal(name, undefined);
    });
    afterEach(() => void vi.unstubAllGlobals());

    test("signs in, renames, and signs out", async () => {
      const client = createTestClient({ session: null, dialect });
      const byPassword = { username: "grace", password: "hopper", redirect: false } as const;
      const wrong = await client.signIn("credentials", { ...byPassword, password: "lovelace" });
      expect(wrong).toMatchObject({ ok: false, error: "CredentialsSignin" });
      const right = await client.signIn("credentials", byPassword);
      expect(right).toMatchObject({ ok: true, status: 200 });
      expect(client.getSnapshot().data?.user).toEqual(grace.user);
      expect(await client.update({ name: "Admiral" })).toMatchObject({ user: { name: "Admiral" } });
      await client.signOut({ redirect: false });
      expect(client.getSnapshot().data).toBeNull();
      expect(await client.getProviders()).toMatchObject({ github: { type: "oauth" } });
    });

    test.each([
      ["http", failing(503)],
      ["network", disconnected()],
    ])("fails as it is told to: %s", async (code, fault) => {
      const client = createTestClient({ session: createSession(), dialect });
      client.server.fault = fault;
      await client.getSession();
      expect(client.getSnapshot()).toMatchObject({ status: "authenticated", error: { code } });
      expect(client.server.requests[0]?.headers.get("content-type")).toBeNull();
    });
  },
);
