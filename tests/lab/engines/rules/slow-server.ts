import { expect } from "vitest";
import type { Tab } from "../drivers/driver.ts";
import { expectUser, shownIn, signIn, signOut } from "../tabs.ts";
import { letTimePass } from "../until.ts";
import type { World } from "../world.ts";
import type { Rule } from "./rule.ts";

/** Longer than a read may take, and than the other tabs hold back their reads for a mutation. */
const SLOW_MS = 12_000;

interface Mutation {
  what: string;
  request: string;
  /** Who is signed in before, and afterwards. */
  before: string | null;
  after: string | null;
  act(tab: Tab): Promise<number>;
}

const mutations: Mutation[] = [
  {
    what: "a sign-in",
    request: "POST callback/credentials",
    before: null,
    after: "ada",
    act: (tab) => signIn(tab, "ada"),
  },
  {
    what: "another user's sign-in",
    request: "POST callback/credentials",
    before: "ada",
    after: "grace",
    act: (tab) => signIn(tab, "grace"),
  },
  { what: "a sign-out", request: "POST signout", before: "ada", after: null, act: signOut },
];

async function expectSuccess(world: World, mutation: Mutation): Promise<void> {
  const { what, request, before, after, act } = mutation;
  if (before) await world.signInBehindTheScenes(before);
  const tabs = await world.openTabs(2, "/core.html");
  await expectUser(tabs, before);

  const held = world.server.hold(request);
  const end = act(tabs[0]);
  await held.arrived;
  // Who waits for no answer any more would drop it.
  const isDropped = await Promise.race([
    held.dropped.then(() => true),
    letTimePass(SLOW_MS).then(() => false),
  ]);
  expect(isDropped, `${what}: given up`).toBe(false);
  held.release();
  await end;

  await expectUser(tabs, after);
  await expectUser([await world.open("/core.html")], after);
  for (const shown of await Promise.all(tabs.map(shownIn))) {
    expect(
      shown.filter(({ error }) => error),
      what,
    ).toEqual([]);
  }
}

/** A mutation may take its server longer than a read may take. */
export const slowServer: Rule[] = [
  {
    name: "a sign-in or sign-out that takes the server 12 s succeeds, in every tab",
    async run({ createWorld }) {
      await Promise.all(
        mutations.map(async (mutation) => expectSuccess(await createWorld(), mutation)),
      );
    },
  },
];
