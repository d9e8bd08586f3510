import { expect } from "vitest";
import type { Tab } from "../drivers/driver.ts";
import { expectUser, shownIn, signIn, signOut } from "../tabs.ts";
import { letTimePass } from "../until.ts";
import type { World } from "../world.ts";
import type { Rule } from "./rule.ts";

const LATE_MS = 5000;

interface Request {
  /** What the server is asked. */
  request: string;
  refetchInterval: number;
  /** Begins it in a tab, without waiting for its end. A poll begins by itself. */
  begin?: (tab: Tab) => Promise<void>;
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
    act: (tab: Tab) => signIn(tab, "grace"),
    user: "grace",
    cookie: "Grace Hopper",
  },
};

/** Waits until a request is held, and tells which tab has sent it. */
async function sendHeld(world: World, tabs: [Tab, ...Tab[]], { request, begin }: Request) {
  const held = world.server.hold(request);
  await begin?.(tabs[0]);
  await held.arrived;
  if (begin) return { held, sender: tabs[0] };
  // Whoever was the last to ask: while it waits for the answer, nobody else does.
  const asked = await Promise.all(tabs.map((tab) => tab.evaluate(() => window.asked.at(-1) ?? 0)));
  return { held, sender: tabs[asked.indexOf(Math.max(...asked))]! };
}

/** All tabs have shown Ada, and none has come back to her. */
async function expectNoReturn(tabs: Tab[]): Promise<void> {
  for (const shown of await Promise.all(tabs.map(shownIn))) {
    const isAda = shown.map(({ user }) => !!user?.startsWith("Ada"));
    const beginnings = isAda.filter((is, index) => is && !isAda[index - 1]);
    expect(beginnings.length, JSON.stringify(shown)).toBe(1);
  }
}

async function expectOverruled(
  world: World,
  request: Request,
  where: "the same tab" | "another tab",
  { act, user, cookie }: (typeof mutations)[keyof typeof mutations],
): Promise<void> {
  await world.signInBehindTheScenes("ada");
  const path = `/core.html?refetchInterval=${request.refetchInterval}`;
  const tabs = await world.openTabs(3, path);
  await expectUser(tabs, "ada");

  const { held, sender } = await sendHeld(world, tabs, request);
  const other = tabs.find((tab) => tab !== sender)!;
  const end = act(where === "the same tab" ? sender : other);
  // Late, and with the cookie of the user who has gone: when all is over, and nobody waits for it any
  // more. Whoever does wait, or is waited for, gets it after a while.
  await Promise.race([Promise.all([end, held.dropped]), letTimePass(LATE_MS)]);
  held.release();
  await end;
  await world.countReads(() => expectUser(tabs, user));

  expect(await world.userOfCookie()).toBe(cookie);
  await expectUser([...tabs, await world.open(path)], user);
  await expectNoReturn(tabs);
}

/** What was asked before a change is never applied after it, and no late cookie stays. */
export const order: Rule[] = [
  ...Object.entries(requests).flatMap(([what, request]) =>
    Object.entries(mutations).map(([when, mutation]): Rule => ({
      name: `${what} in flight, in the same tab or another one, changes nothing any more when ${when}`,
      async run({ world, createWorld }) {
        const other = await createWorld();
        await Promise.all([
          expectOverruled(world, request, "the same tab", mutation),
          expectOverruled(other, request, "another tab", mutation),
        ]);
      },
    })),
  ),
  {
    name: "a read in flight in a tab that is busy does not bring back a user who signs out",
    async run({ world }) {
      await world.signInBehindTheScenes("ada");
      const tabs = await world.openTabs(2, "/core.html");
      const [busy, other] = tabs;
      await expectUser(tabs, "ada");

      const { held } = await sendHeld(world, tabs, requests["a read"]!);
      await busy.evaluate(() => {
        setTimeout(() => {
          const end = performance.now() + 1000;
          while (performance.now() < end);
        });
      });
      await signOut(other!);
      held.release();
      await world.countReads(() => expectUser(tabs, null));

      expect(await world.userOfCookie()).toBe(undefined);
      await expectUser([await world.open("/core.html")], null);
    },
  },
];
