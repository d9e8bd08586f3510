import type { Page } from "@playwright/test";
import { users } from "../server/users.ts";
import type { LoggedRequest } from "../server/lab-server.ts";
import { expectUser, shownIn } from "./tabs.ts";
import type { World } from "./world.ts";

/** Late enough that requests made at once overlap, on a busy machine too. */
export const LATENCY_MS = 100;

/** How many times a flow went to the server and back, one after the other. */
export interface RoundTrips {
  /** Until the user saw the outcome. */
  shown: number;
  /** All that was asked, until nothing was asked any more. */
  requests: string[];
}

/** The longest chain of requests of which each began when the one before had been answered. */
function longestChain(requests: LoggedRequest[]): number {
  const lengths: number[] = [];
  for (const { at } of requests) {
    const before = lengths.filter((_, index) => (requests[index]?.answeredAt ?? Infinity) <= at);
    lengths.push(1 + Math.max(0, ...before));
  }
  return Math.max(0, ...lengths);
}

/** @param act resolves when the outcome is on screen, to the time from when on it was there */
async function measure(world: World, act: () => Promise<number>): Promise<RoundTrips> {
  const before = world.server.requests.length;
  let shownAt = 0;
  await world.countReads(async () => {
    shownAt = await act();
  });
  const requests = world.server.requests.slice(before);
  const isSeen = ({ answeredAt = Infinity }: LoggedRequest) =>
    answeredAt < shownAt + LATENCY_MS / 2;
  return {
    shown: longestChain(requests.filter(isSeen)),
    requests: requests.map(({ method, endpoint }) => `${method} ${endpoint}`),
  };
}

/** When a tab began to show what it shows. */
async function lastShownAt(tab: Page): Promise<number> {
  return (await shownIn(tab)).at(-1)?.at ?? 0;
}

/** Has the page prepare a sign-in, if its client can, until nothing is asked any more. */
export async function prepareSignIn(world: World, tab: Page): Promise<void> {
  await world.countReads(() => tab.evaluate(() => window.lab.prepareSignIn?.()));
}

export function measureSignIn(world: World, tab: Page): Promise<RoundTrips> {
  return measure(world, async () => {
    const credentials = { username: "ada", password: users["ada"]!.password, redirect: false };
    await tab.evaluate((it) => void window.lab.client.signIn("credentials", it), credentials);
    await expectUser([tab], "ada");
    return lastShownAt(tab);
  });
}

export function measureSignOut(world: World, tab: Page): Promise<RoundTrips> {
  return measure(world, async () => {
    await tab.evaluate(() => void window.lab.client.signOut({ redirect: false }));
    await expectUser([tab], null);
    return lastShownAt(tab);
  });
}

/** Until the browser goes to the provider's page. */
export function measureOAuth(world: World, tab: Page): Promise<RoundTrips> {
  return measure(world, async () => {
    const left = tab.waitForURL(/\/pages\/plain\.html/);
    await tab.evaluate(() => void window.lab.client.signIn("elsewhere"));
    await left;
    return Infinity;
  });
}
