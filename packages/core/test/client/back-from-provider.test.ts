import { expect, test } from "vitest";
import { ada } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";

test("a page that comes back from a provider gets no session from before it left", async () => {
  const { server, tabs, open, advance, finish, shown } = openBrowser({ tabs: 2 });
  await advance(6000);
  await finish(tabs[1]!.client.getSession());
  await finish(tabs[0]!.client.signIn("github"));
  tabs[0]!.tab.crash();
  // The provider sends the browser to the callback, where the server sets the cookie.
  server.user = ada;
  open();
  await advance(100);
  expect(shown().slice(1)).toEqual(["Ada", "Ada"]);
});
