import type { Page } from "@playwright/test";
import {
  LATENCY_MS,
  measureOAuth,
  measureSignIn,
  measureSignOut,
  prepareSignIn,
  type RoundTrips,
} from "./round-trips.ts";
import { expectUser } from "./tabs.ts";
import { expect, test, type World } from "./world.ts";

const clients = [
  { name: "@sojourn/react", page: "/react.html", dialect: "v4" },
  { name: "next-auth/react 4", page: "/next-auth-v4.html", dialect: "v4" },
  { name: "@sojourn/react", page: "/react.html", dialect: "v5" },
  { name: "next-auth/react 5", page: "/next-auth-v5.html", dialect: "v5" },
] as const;

type Flow =
  | "first sign-in"
  | "second sign-in"
  | "prepared sign-in"
  | "sign-out"
  | "OAuth"
  | "prepared OAuth";
type Flows = Record<Flow, RoundTrips>;

/** The most of each: round trips until the outcome is seen, and requests in all. */
const most: Record<Flow, { shown: number; requests: number }> = {
  "first sign-in": { shown: 3, requests: 4 },
  "second sign-in": { shown: 3, requests: 3 },
  "prepared sign-in": { shown: 2, requests: 2 },
  "sign-out": { shown: 2, requests: 3 },
  OAuth: { shown: 2, requests: 3 },
  "prepared OAuth": { shown: 1, requests: 1 },
};

/** `Object.keys` forgets which keys there are. */
const names = Object.keys(most) as Flow[];

function expectWithinBounds(flows: Flows): void {
  for (const name of names) {
    const { shown, requests } = flows[name];
    expect(shown, `${name}: round trips`).toBeLessThanOrEqual(most[name].shown);
    expect(requests.length, `${name}: requests`).toBeLessThanOrEqual(most[name].requests);
    // A flow that was not seen at all would pass, too.
    expect(shown, `${name}: it asks the server`).toBeGreaterThan(0);
  }
}

test("a sign-in takes at most three round trips until it is seen, a sign-out and a way to OAuth two; prepared, one less", async ({
  createWorld,
}) => {
  test.setTimeout(120_000);
  const table: Record<string, Record<string, string>> = {};
  for (const { name, page, dialect } of clients) {
    const world = await createWorld({ dialect });
    const tab = await world.open(page);
    await expectUser([tab], null);
    world.server.latencyMs = LATENCY_MS;

    const first = await measureSignIn(world, tab);
    const signOut = await measureSignOut(world, tab);
    const second = await measureSignIn(world, tab);
    const oauthTab = await world.open(page);
    await expectUser([oauthTab], "ada");
    const oauth = await measureOAuth(world, oauthTab);
    const flows = {
      "first sign-in": first,
      "second sign-in": second,
      "sign-out": signOut,
      OAuth: oauth,
    };
    const row = `${name}, server ${dialect}`;
    table[row] = describe(flows);
    if (name !== "@sojourn/react") continue;

    const all = { ...flows, ...(await measurePrepared(world, tab, page)) };
    table[row] = describe(all);
    expect(first.requests.slice(0, 2).toSorted()).toEqual(["GET csrf", "GET providers"]);
    expect(second.requests, "the list of providers is kept").not.toContain("GET providers");
    expectWithinBounds(all);
  }
  console.log("Round trips until the outcome is seen, and requests in all:");
  console.table(table);
});

/** The same after `prepareSignIn()`. */
async function measurePrepared(
  world: World,
  tab: Page,
  page: string,
): Promise<Pick<Flows, "prepared sign-in" | "prepared OAuth">> {
  await measureSignOut(world, tab);
  await prepareSignIn(world, tab);
  const signIn = await measureSignIn(world, tab);
  const oauthTab = await world.open(page);
  await expectUser([oauthTab], "ada");
  await prepareSignIn(world, oauthTab);
  return { "prepared sign-in": signIn, "prepared OAuth": await measureOAuth(world, oauthTab) };
}

function describe(flows: Partial<Flows>): Record<string, string> {
  const cells = Object.entries(flows).map(([flow, { shown, requests }]: [string, RoundTrips]) => [
    flow,
    `${shown}, ${requests.length} requests`,
  ]);
  return Object.fromEntries(cells);
}
