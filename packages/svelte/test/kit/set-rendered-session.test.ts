import { createSession } from "@sojourn/testing";
import { expect, test } from "vitest";
import { createPending, mountRootLayout, settle } from "../support/mount-root-layout.svelte.ts";

const ada = createSession();
const grace = createSession({ id: "2", name: "Grace Hopper" });

/** Has somebody signed out, elsewhere on the page. */
const signOut = ({ client }: ReturnType<typeof mountRootLayout>) =>
  client.signOut({ redirect: false });

test("the rendered session is shown without a request", async () => {
  const layout = mountRootLayout(ada);
  expect(layout.rendered).toBe("Ada Lovelace");
  await layout.pass(20_000);
  expect(layout.server.requests).toHaveLength(0);
  expect(layout.invalidateAll).not.toHaveBeenCalled();
});

test("what a navigation brings is shown, and no reason to load again", async () => {
  const layout = mountRootLayout(null);
  layout.load(ada);
  expect(layout.text()).toBe("Ada Lovelace");
  await settle();
  expect(layout.invalidateAll).not.toHaveBeenCalled();
});

test("a promise is shown when it resolves, without a request", async () => {
  const { promise, end } = createPending<typeof ada>();
  const layout = mountRootLayout(promise);
  expect(layout.rendered).toBe("loading");
  await layout.pass(1000);
  end(ada);
  await settle();
  expect(layout.text()).toBe("Ada Lovelace");
  expect(layout.server.requests).toHaveLength(0);
  expect(layout.invalidateAll).not.toHaveBeenCalled();
});

test("a later promise is handed over, too", async () => {
  const layout = mountRootLayout(Promise.resolve(null));
  await settle();
  expect(layout.text()).toBe("unauthenticated");
  layout.load(Promise.resolve(ada));
  await settle();
  expect(layout.text()).toBe("Ada Lovelace");
});

test("where the server could not read the session, the browser does, and loads again", async () => {
  const layout = mountRootLayout(undefined);
  expect(layout.rendered).toBe("loading");
  await layout.pass(100);
  await settle();
  expect(layout.text()).toContain("Ada Lovelace");
  expect(layout.invalidateAll).toHaveBeenCalledOnce();
});

test("after a sign-out the layout is loaded again, once", async () => {
  const layout = mountRootLayout(ada);
  void signOut(layout);
  await settle();
  await layout.pass(100);
  await settle();
  expect(layout.text()).toBe("unauthenticated");
  expect(layout.invalidateAll).toHaveBeenCalledOnce();
});

test("a navigation that follows at once is not ended by loading again", async () => {
  const layout = mountRootLayout(ada);
  await signOut(layout);
  // `goto` takes some microtasks.
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  const arrive = layout.navigate();
  await layout.pass(100);
  await settle();
  expect(layout.invalidateAll).not.toHaveBeenCalled();
  arrive();
  await settle();
  expect(layout.invalidateAll).toHaveBeenCalledOnce();
});

test("nor is a navigation that replaces it", async () => {
  const layout = mountRootLayout(ada);
  const end = layout.navigate();
  await signOut(layout);
  await settle();
  const arrive = layout.navigate();
  end();
  await settle();
  expect(layout.invalidateAll).not.toHaveBeenCalled();
  arrive();
  await settle();
  expect(layout.invalidateAll).toHaveBeenCalledOnce();
});

test("a navigation that has run the layout's load is not followed by loading again", async () => {
  const layout = mountRootLayout(ada);
  const arrive = layout.navigate();
  void signOut(layout);
  await layout.pass(100);
  await settle();
  layout.load(null);
  arrive();
  await settle();
  expect(layout.invalidateAll).not.toHaveBeenCalled();
});

test("a page that the user was about to leave, and has not left, is loaded again", async () => {
  const layout = mountRootLayout(ada);
  layout.navigate(true);
  void signOut(layout);
  await layout.pass(100);
  await settle();
  expect(layout.invalidateAll).toHaveBeenCalledOnce();
});

test("another user whom a navigation brings is confirmed by the server", async () => {
  const layout = mountRootLayout(ada);
  layout.load(grace);
  await layout.pass(100);
  await settle();
  expect(layout.server.requests.length).toBeGreaterThan(0);
});
