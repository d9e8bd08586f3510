import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { requestCookieAccess } from "../../../src/features/embedded.ts";
import { portsOf } from "../../../src/mutations/ports.ts";
import { ada } from "../../support/auth-server.ts";
import { openBrowser } from "../../support/browser.ts";
import { type FramedPage, stubFramedPage } from "../../support/framed-page.ts";

let page: FramedPage;

beforeEach(() => {
  page = stubFramedPage();
});
afterEach(() => vi.unstubAllGlobals());

async function openFrame() {
  const browser = openBrowser({ tabs: 2 });
  await browser.advance(6000);
  const { client } = browser.tabs[0]!;
  const reads = () => browser.server.count("GET session");
  return { ...browser, client, reads, before: reads() };
}

test("asks within the click, and shows the session in every tab once it is granted", async () => {
  const { client, server, finish, shown, reads, before, advance } = await openFrame();
  const begun = requestCookieAccess(client);
  expect(page.prompts).toHaveLength(1);
  await advance(30_000);
  server.user = ada;
  page.prompts[0]!.grant();
  expect(await finish(begun)).toMatchObject({ granted: true, session: { user: ada } });
  expect(shown()).toEqual(["Ada", "Ada"]);
  expect(reads() - before).toBe(1);
});

test.each([
  [true, "refused"],
  [false, "no-gesture"],
  [undefined, "refused"],
])("a refusal, with a gesture: %s, is %s, and reads nothing", async (hasGesture, reason) => {
  page.hasGesture = hasGesture;
  const { client, finish, reads, before } = await openFrame();
  const begun = requestCookieAccess(client);
  page.prompts[0]!.refuse();
  expect(await finish(begun)).toEqual({ granted: false, reason, session: null });
  expect(reads() - before).toBe(0);
});

test("without a gesture it is granted where the user has agreed before", async () => {
  page.hasGesture = false;
  const { client, server, finish } = await openFrame();
  server.user = ada;
  const begun = requestCookieAccess(client);
  page.prompts[0]!.grant();
  expect(await finish(begun)).toMatchObject({ granted: true, session: { user: ada } });
});

test("a browser without requestStorageAccess is unsupported", async () => {
  const { client, finish } = await openFrame();
  page.loseApi();
  expect(await finish(requestCookieAccess(client))).toMatchObject({
    granted: false,
    reason: "unsupported",
  });
});

test("outside of a frame there is nothing to ask for, and the session is read", async () => {
  page.isFramed = false;
  const { client, server, finish } = await openFrame();
  server.user = ada;
  expect(await finish(requestCookieAccess(client))).toMatchObject({
    granted: true,
    session: { user: ada },
  });
  expect(page.prompts).toEqual([]);
});

test("a prompt that nobody answers ends after a minute, and is heeded later all the same", async () => {
  const { client, server, finish, advance, shown } = await openFrame();
  expect(await finish(requestCookieAccess(client), 61_000)).toMatchObject({ reason: "timeout" });
  server.user = ada;
  page.prompts[0]!.grant();
  await advance(1000);
  expect(shown()).toEqual(["Ada", "Ada"]);
});

test("the minute is one in a hidden frame, too, where timers run once a second", async () => {
  const { client, finish } = await openFrame();
  const { environment } = portsOf(client);
  const schedule = vi.spyOn(environment, "schedule");
  const begun = requestCookieAccess(client);
  // One timer for the whole wait: many short ones would each last a second.
  expect(schedule.mock.calls.map(([, delayMs]) => delayMs)).toEqual([60_000]);
  expect(await finish(begun, 60_000)).toMatchObject({ reason: "timeout" });
});

test("a prompt that is refused after its time reads nothing", async () => {
  const { client, finish, advance, reads, before } = await openFrame();
  const begun = requestCookieAccess(client, { timeoutMs: 1000 });
  expect(await finish(begun, 1200)).toMatchObject({ reason: "timeout" });
  page.prompts[0]!.refuse();
  await advance(1000);
  expect(reads() - before).toBe(0);
});

test("a grant after a sign-out shows nobody", async () => {
  const { client, server, finish, shown } = await openFrame();
  server.user = ada;
  await finish(client.getSession());
  const begun = requestCookieAccess(client);
  await finish(client.signOut({ redirect: false }));
  page.prompts[0]!.grant();
  expect(await finish(begun)).toEqual({ granted: true, reason: undefined, session: null });
  expect(shown()).toEqual(["nobody", "nobody"]);
});

test("a refusal leaves the session of a frame that has one", async () => {
  const { client, server, finish, shown } = await openFrame();
  server.user = ada;
  await finish(client.getSession());
  const begun = requestCookieAccess(client);
  page.prompts[0]!.refuse();
  expect(await finish(begun)).toMatchObject({ granted: false, session: { user: ada } });
  expect(shown()).toEqual(["Ada", "Ada"]);
});

test("no timer is left once the user has answered", async () => {
  const { client, finish, advance, world } = await openFrame();
  const before = world.clock.pendingTimers();
  const begun = requestCookieAccess(client);
  page.prompts[0]!.refuse();
  await finish(begun);
  await advance(100);
  expect(world.clock.pendingTimers()).toBe(before);
});

test("two clicks read the session once", async () => {
  const { client, finish, reads, before } = await openFrame();
  const both = Promise.all([requestCookieAccess(client), requestCookieAccess(client)]);
  for (const prompt of page.prompts) prompt.grant();
  await finish(both);
  expect(reads() - before).toBe(1);
});
