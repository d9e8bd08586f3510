import type { Page } from "@playwright/test";
import { expectUser, signIn, signOut, sightsOf } from "./tabs.ts";
import { expect, letTimePass, test, type World } from "./world.ts";

const LATE_MS = 5000;

interface Request {
  /** What the server is asked. */
  request: string;
  refetchInterval: number;
  /** Begins it in a tab, without waiting for its end. A poll begins by itself. */
  begin?: (tab: Page) => Promise<void>;
}

const requests: Record<string, Request> = {
  "a read": {
    request: "GET session",
    refetchInterval: 0,
    begin: (tab) => tab.evaluate(() => void window.lab.client.getSession()),
  },
  "a poll": { request: "GET session", refetchInterval: 1 },
  "an update()": {
    request: "POST session",
    refetchInterval: 0,
    // What overtakes an update may abort it.
    begin: (tab) =>
      tab.evaluate(() => void window.lab.client.update({ name: "Ada" }).catch(() => {})),
  },
};

const mutations = {
  "the user signs out": { act: signOut, user: null, cookie: undefined },
  "another user signs in": {
    act: (tab: Page) => signIn(tab, "grace"),
    user: "grace",
    cookie: "Grace Hopper",
  },
};

/** Waits until a request is held, and tells which tab has sent it. */
async function sendHeld(world: World, tab: Page, { request, begin }: Request) {
  const held = world.server.hold(request);
  const [method, endpoint] = request.split(" ");
  const sent = world.context.waitForEvent(
    "request",
    (it) => it.method() === method && it.url().endsWith(`/${endpoint}`),
  );
  await begin?.(tab);
  await held.arrived;
  return { held, sender: (await sent).frame().page() };
}

/** All tabs have shown Ada, and none has come back to her. */
async function expectNoReturn(tabs: Page[]): Promise<void> {
  for (const sights of await Promise.all(tabs.map(sightsOf))) {
    const isAda = sights.map(({ user }) => !!user?.startsWith("Ada"));
    const beginnings = isAda.filter((is, index) => is && !isAda[index - 1]);
    expect(beginnings.length, JSON.stringify(sights)).toBe(1);
  }
}

for (const [what, request] of Object.entries(requests)) {
  for (const where of ["the same tab", "another tab"]) {
    for (const [when, { act, user, cookie }] of Object.entries(mutations)) {
      test(`${what} in flight in ${where} changes nothing any more when ${when}`, async ({
        world,
      }) => {
        await world.signInBehindTheScenes("ada");
        const path = `/pages/core.html?refetchInterval=${request.refetchInterval}`;
        const tabs = await world.openTabs(3, path);
        await expectUser(tabs, "ada");

        const { held, sender } = await sendHeld(world, tabs[0], request);
        const other = tabs.find((tab) => tab !== sender)!;
        const end = act(where === "the same tab" ? sender : other);
        // Late, and with the cookie of the user who has gone: when all is over, and nobody waits for
        // it any more. Whoever does wait, or is waited for, gets it after a while.
        await Promise.race([Promise.all([end, held.dropped]), letTimePass(LATE_MS)]);
        held.release();
        await end;
        await world.countReads(() => expectUser(tabs, user));

        expect(await world.userOfCookie()).toBe(cookie);
        await expectUser([...tabs, await world.open(path)], user);
        await expectNoReturn(tabs);
      });
    }
  }
}

test("a read in flight in a tab that is busy does not bring back a user who signs out", async ({
  world,
}) => {
  await world.signInBehindTheScenes("ada");
  const [busy, other] = await world.openTabs(2, "/pages/core.html");
  await expectUser([busy, other!], "ada");

  const { held } = await sendHeld(world, busy, requests["a read"]!);
  await busy.evaluate(() => {
    setTimeout(() => {
      const end = performance.now() + 1000;
      while (performance.now() < end);
    });
  });
  await signOut(other!);
  held.release();
  await world.countReads(() => expectUser([busy, other!], null));

  expect(await world.userOfCookie()).toBe(undefined);
  await expectUser([await world.open("/pages/core.html")], null);
});
