import { expect, test } from "vitest";
import type { Session } from "../../src/index.ts";
import { ada } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";

/** Writes to a session wherever one can. */
function deface(session: Session): void {
  session.user!.name = "Mallory";
  session.user = { ...session.user, email: "mallory@app.example" };
  session.expires = "never";
}

async function openDefaced() {
  const browser = openBrowser({ user: ada, tabs: 2, client: { refetchInterval: 10 } });
  await browser.advance(100);
  const { client } = browser.tabs[0]!;
  const { data } = client.getSnapshot();
  deface(data!);
  return { ...browser, client, data };
}

test("a session that is shown can be written to, and shows it", async () => {
  const { client, data } = await openDefaced();
  expect(client.getSnapshot().data).toBe(data);
  expect(data).toEqual({
    user: { ...ada, name: "Mallory", email: "mallory@app.example" },
    expires: "never",
  });
});

test("what was written is not announced to other tabs or to a new tab", async () => {
  const { open, tabs, advance, server } = await openDefaced();
  const third = open();
  await advance(30_000);
  expect([tabs[1]!.shows(), third.shows()]).toEqual(["Ada", "Ada"]);
  expect(server.count("GET session")).toBeLessThan(6);
});

test("polls that change nothing keep the object, and are no change of user", async () => {
  const { client, data, advance, tabs } = await openDefaced();
  await advance(30_000);
  expect(client.getSnapshot().data).toBe(data);
  expect(tabs[0]!.events).toEqual([]);
});

test("what was written is gone with the next change, wherever it was written", async () => {
  const { client, finish } = await openDefaced();
  await finish(client.update({ name: "Countess" }));
  expect(client.getSnapshot().data?.user).toEqual({ ...ada, name: "Countess" });
  expect(client.getSnapshot().data?.expires).toMatch(/^2026/);
});

test("what calls and events hand out is the caller's own", async () => {
  const { client, finish, tabs } = await openDefaced();
  const session = await finish(client.getSession());
  deface(session!);
  client.on("userChanged", (next, previous) => [next, previous].forEach(deface));
  await finish(client.signIn("credentials", { redirect: false, password: "Grace" }));
  expect(tabs.map(({ shows }) => shows())).toEqual(["Grace", "Grace"]);
  await expect(finish(client.getSession())).resolves.toMatchObject({ user: { name: "Grace" } });
});

test("parts that have not changed keep their identity, those of all consumers are the same", async () => {
  const { tabs, finish, advance } = openBrowser({ user: ada });
  await advance(100);
  const { client } = tabs[0]!;
  const [one, other] = [client.observe(), client.observe()];
  expect(one.getSnapshot().data?.user).toBe(other.getSnapshot().data?.user);
  const before = one.getSnapshot().data;
  await finish(client.getSession());
  expect(one.getSnapshot().data?.user).toBe(before?.user);
});
