import { expect, test, vi } from "vitest";
import { ada } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";

test("a sign-out that leaves a page which requires a session goes to its callbackUrl, and nowhere else", async () => {
  const { tabs, advance, finish } = openBrowser({ user: ada });
  await advance(100);
  const { client, tab } = tabs[0]!;
  const onUnauthenticated = vi.fn<() => void>();
  client.requireSession();
  client.requireSession(onUnauthenticated);
  await finish(client.signOut({ callbackUrl: "/bye" }));
  await advance(1000);
  expect(tab.navigations).toEqual(["https://app.example/bye"]);
  expect(onUnauthenticated).not.toHaveBeenCalled();
});

test("a sign-out elsewhere sends a page which requires a session to sign in", async () => {
  const { tabs, advance, finish } = openBrowser({ user: ada, tabs: 2 });
  await advance(100);
  tabs[1]!.client.requireSession();
  await finish(tabs[0]!.client.signOut({ redirect: false }));
  await advance(1000);
  expect(tabs[1]!.tab.navigations).toHaveLength(1);
});
