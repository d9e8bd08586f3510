import type { RegisteredSession, SessionClient } from "@sojourn/core";
import { failing } from "@sojourn/testing";
import { afterEach, expect, test } from "vitest";
import { closeBrowser, openBrowser, signIn } from "../support/browser.ts";

afterEach(closeBrowser);

/** Notes from now on that a client says a session has ended. */
function noteEnds(client: SessionClient<RegisteredSession>): string[] {
  const emitted: string[] = [];
  for (const name of ["expired", "signedOut"] as const) {
    client.on(name, () => void emitted.push(name));
  }
  return emitted;
}

test("the next read fails for want of a network, and the one after it does not", async () => {
  const { open, advance } = openBrowser();
  const one = open();
  await advance(100);
  await signIn(one);
  one.source.setFault("fails");
  await one.client.getSession();
  expect(one.client.getSnapshot()).toMatchObject({
    status: "authenticated",
    error: { code: "network" },
  });
  expect(one.source.view()).toMatchObject({ fault: undefined });
  const results = one.source.view().traffic.map(({ text, result }) => `${text}: ${result}`);
  expect(results.join()).toContain("GET session: made to fail by the devtools");
  await one.client.getSession();
  expect(one.client.getSnapshot().error).toBeNull();
});

test("only a read fails", async () => {
  const { open, advance } = openBrowser();
  const one = open();
  await advance(100);
  one.source.setFault("fails");
  expect(await one.client.getProviders()).not.toBeNull();
  expect(one.source.view().fault).toBe("fails");
});

test.each(["v4", "v5"] as const)(
  "a session ends within two seconds as if its time were over, in all tabs and on the server: %s",
  async (dialect) => {
    const { open, advance, server } = openBrowser(dialect);
    const one = open();
    const other = open();
    await advance(100);
    await signIn(one);
    await advance(100);
    const emitted = noteEnds(one.client);
    one.source.setFault("ends");
    void one.client.getSession();
    await advance(900);
    expect([one, other].map(({ client }) => client.getSnapshot().status)).toEqual([
      "authenticated",
      "authenticated",
    ]);
    // A read before its end changes nothing.
    void one.client.getSession();
    await advance(1100);
    expect(emitted).toEqual(["expired", "signedOut"]);
    expect(server.user).toBeNull();
    expect([one, other].map(({ client }) => client.getSnapshot())).toMatchObject([
      { status: "unauthenticated", error: null },
      { status: "unauthenticated", error: null },
    ]);
    await signIn(one);
    expect(one.client.getSnapshot().status).toBe("authenticated");
  },
);

test("a session expires although the client notices the sign-out, and reads again", async () => {
  const { open, advance, server } = openBrowser();
  let notice: (url: string, ageMs: number) => void = () => {};
  const one = open({
    async fetch(url, init) {
      const response = await server.fetch(new URL(url, server.url), init);
      // As the resource timing of a browser does.
      const page = one.tab.environment.pageUrl();
      if (init.method) notice(String(new URL(url, page)), 0);
      return response;
    },
    watchRequests(listener) {
      notice = listener;
      return () => {};
    },
  });
  await advance(100);
  await signIn(one);
  await advance(100);
  const emitted = noteEnds(one.client);
  one.source.setFault("ends");
  void one.client.getSession();
  await advance(3000);
  expect(emitted).toEqual(["expired", "signedOut"]);
  const types = one.source.view().events.map(({ type }) => type);
  expect(types).toContain("nextAuthSignaled");
  expect(
    one.source
      .view()
      .traffic.map(({ result }) => result)
      .join(),
  ).toContain("aborted");
});

test("a session goes on if the server does not end it", async () => {
  const { open, advance, server } = openBrowser();
  const one = open();
  await advance(100);
  await signIn(one);
  server.fault = failing(500, "POST signout");
  one.source.setFault("ends");
  const session = await one.client.getSession();
  expect(Date.parse(session?.expires ?? "") - one.source.now()).toBeGreaterThan(60_000);
  await advance(5000);
  expect(one.client.getSnapshot()).toMatchObject({ status: "authenticated", error: null });
});

test.each(["v4", "v5"] as const)("nothing ends where nobody is signed in: %s", async (dialect) => {
  const { open, advance, server } = openBrowser(dialect);
  const one = open();
  await advance(100);
  one.source.setFault("ends");
  await one.client.getSession();
  await advance(5000);
  expect(server.count("POST signout")).toBe(0);
  expect(one.source.view().fault).toBeUndefined();
});
