import { expect, test } from "vitest";
import { ada } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";
import { failing, hanging } from "../support/faults.ts";

/** Two tabs that show Ada; tab 1 signs in as Grace, and its POST takes a while. */
async function openWithSlowSignIn(postMs: number, refetchInterval = 0) {
  const browser = openBrowser({ tabs: 2, user: ada, client: { refetchInterval } });
  const { world, server, tabs, advance } = browser;
  await advance(6000);
  server.fault = ({ method }) => {
    if (method === "POST") server.latencyMs = postMs;
    return undefined;
  };
  const signingIn = tabs[1]!.client.signIn("credentials", { redirect: false, password: "Grace" });
  signingIn.catch(() => {});
  await advance(100);
  server.fault = undefined;
  server.latencyMs = 0;
  const reads = (): number => server.count("GET session");
  expect(server.log.at(-1)).toBe("POST callback/credentials");
  return { ...browser, signingIn, reads, since: world.clock.monotonic() - 100 };
}

test("reads wait while another tab signs in, and then see its outcome", async () => {
  const { tabs, advance, finish, reads } = await openWithSlowSignIn(2000);
  const before = reads();
  const read = tabs[0]!.client.getSession();
  tabs[0]!.tab.show();
  await advance(1800);
  expect(reads()).toBe(before);
  expect(tabs[0]!.shows()).toBe("Ada");
  await expect(finish(read, 500)).resolves.toMatchObject({ user: { name: "Grace" } });
});

test("polls of all tabs wait while one of them signs in", async () => {
  const { advance, reads, shown } = await openWithSlowSignIn(4000, 1);
  const before = reads();
  await advance(3800);
  expect(reads()).toBe(before);
  await advance(400);
  expect(shown()).toEqual(["Grace", "Grace"]);
});

test("a read in the tab that signs in waits too", async () => {
  const { tabs, advance, finish, reads } = await openWithSlowSignIn(2000);
  const before = reads();
  const read = tabs[1]!.client.getSession();
  await advance(1800);
  expect(reads()).toBe(before);
  await expect(finish(read, 500)).resolves.toMatchObject({ user: { name: "Grace" } });
});

test("waits no longer than five seconds for a tab that has died while it signed in", async () => {
  const { world, tabs, advance, finish, reads, since } = await openWithSlowSignIn(60_000);
  tabs[1]!.tab.crash();
  const before = reads();
  const read = tabs[0]!.client.getSession();
  await advance(4500);
  expect(reads()).toBe(before);
  await expect(finish(read, 2000)).resolves.toMatchObject({ user: { name: "Grace" } });
  expect(world.clock.monotonic() - since).toBeLessThanOrEqual(5200);
  expect(tabs[0]!.shows()).toBe("Grace");
});

test("what was read while a sign-in took longer than five seconds is outdated when it is over", async () => {
  const { server, tabs, advance, signingIn } = await openWithSlowSignIn(8000);
  // The model signs in when the request arrives; here the server is slower than that.
  server.user = ada;
  const read = tabs[0]!.client.getSession();
  await advance(6000);
  await expect(read).resolves.toMatchObject({ user: ada });
  server.user = { id: "2", name: "Grace" };
  await advance(3000);
  await signingIn;
  expect(tabs.map(({ history }) => history)).toEqual([
    ["loading", "Ada", "Grace"],
    ["loading", "Ada", "Grace"],
  ]);
});

test("a sign-in that gets no answer lets reads go on when it is given up", async () => {
  const { server, tabs, advance } = openBrowser({ tabs: 2, user: ada });
  await advance(6000);
  server.fault = failing("POST callback/credentials", hanging);
  const signingIn = tabs[1]!.client.signIn("credentials", { redirect: false, password: "Grace" });
  signingIn.catch(() => {});
  await advance(60_500);
  await expect(signingIn).rejects.toMatchObject({ code: "timeout" });
  // Nobody knows whether it has happened, so the server is asked.
  expect(server.log.at(-1)).toBe("GET session");
  await expect(tabs[0]!.client.getSession()).resolves.toMatchObject({ user: ada });
});

test("a tab that opens during a sign-in waits for its outcome", async () => {
  const { open, advance, finish, signingIn, reads } = await openWithSlowSignIn(1500);
  const before = reads();
  const third = open();
  await advance(1000);
  expect(reads()).toBe(before);
  await finish(signingIn);
  await advance(100);
  expect(third.shows()).toBe("Grace");
  expect(third.history).not.toContain("Ada");
});
