import { expect, test } from "vitest";
import { ada } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";
import { answering, failing } from "../support/faults.ts";

test("an end that the server has not confirmed is not announced to a new tab", async () => {
  const { server, tabs, open, advance } = openBrowser({ user: ada });
  server.maxAge = 10;
  await advance(100);
  server.fault = failing("GET session", answering(500));
  await advance(15_000);
  expect(tabs[0]!.shows()).toBe("nobody");
  const late = open();
  late.client.requireSession();
  await advance(10_000);
  expect(late.tab.navigations).toEqual([]);
  expect(late.client.getSnapshot().error).not.toBeNull();
});

test("a CSRF token is not asked for while a first read is: the two would set one cookie", async () => {
  const { server, tabs, advance, finish } = openBrowser();
  server.latencyMs = 200;
  const token = tabs[0]!.client.getCsrfToken();
  await finish(token);
  await advance(1000);
  const session = server.requests.find(({ endpoint }) => endpoint === "session")!;
  const csrf = server.requests.find(({ endpoint }) => endpoint === "csrf")!;
  expect(csrf.at - session.at).toBeGreaterThanOrEqual(200);
});

test("getSession() does not return a user that a restored page must not show", async () => {
  const { server, tabs, advance, finish } = openBrowser({ user: ada, tabs: 2 });
  await advance(100);
  const { client, tab } = tabs[0]!;
  tab.enterPageCache();
  await finish(tabs[1]!.client.signOut({ redirect: false }));
  server.fault = failing("GET session", answering(500));
  tab.leavePageCache();
  await advance(5000);
  expect(await finish(client.getSession())).toBeNull();
});
