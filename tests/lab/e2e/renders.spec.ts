import type { Page } from "@playwright/test";
import { expectUser, signIn, signOut } from "./tabs.ts";
import { expect, test } from "./world.ts";

test("1,000 consumers do not render for 6 polls that change nothing", async ({ world }) => {
  await world.signInBehindTheScenes("ada");
  const tab = await world.open("/react.html?consumers=1000&refetchInterval=1");
  await expectUser([tab], "ada");
  const rendersOf = () => tab.evaluate(() => window.lab.renders!);

  const before = { renders: await rendersOf(), reads: world.server.sessionReads().length };
  // The seventh is only asked when the sixth has been dealt with.
  await expect
    .poll(() => world.server.sessionReads().length, { timeout: 20_000 })
    .toBeGreaterThanOrEqual(before.reads + 7);

  const renders = (await rendersOf()) - before.renders;
  console.log(`1,000 consumers, 6 polls that change nothing: ${renders} renders`);
  expect(renders, "6 polls that change nothing: renders").toBe(0);
});

test("1,000 consumers render twice until they show a session, and once for a sign-out or a sign-in", async ({
  world,
}) => {
  await world.signInBehindTheScenes("ada");
  const tab = await world.open("/react.html?consumers=1000");
  await expectUser([tab], "ada");
  let before = 0;
  const expectAtMost = async (what: string, most: number) => {
    const renders = (await tab.evaluate(() => window.lab.renders!)) - before;
    console.log(`1,000 consumers, ${what}: ${renders} renders`);
    expect(renders, `${what}: renders`).toBeLessThanOrEqual(most);
    before += renders;
  };

  await expectAtMost("until they show the session", 2000);
  await signOut(tab);
  await expectUser([tab], null);
  await expectAtMost("a sign-out", 1000);
  await signIn(tab, "ada");
  await expectUser([tab], "ada");
  await expectAtMost("a sign-in", 1000);
});

test("1,000 consumers that a server has rendered with the session render once", async ({
  world,
}) => {
  await world.signInBehindTheScenes("ada");

  let tab: Page | undefined;
  const reads = await world.countReads(async () => {
    tab = await world.open("/react.html?consumers=1000&isRendered=1&isHydrated=1");
    await expectUser([tab], "ada");
    await expect(tab.getByRole("listitem")).toHaveText(Array(1000).fill("Ada Lovelace"));
  });

  const renders = await tab!.evaluate(() => window.lab.renders!);
  console.log(`1,000 consumers, hydrated: ${renders} renders, ${reads} session requests`);
  expect(renders, "hydration: they render").toBeGreaterThan(0);
  expect(renders, "hydration: renders").toBeLessThanOrEqual(1000);
});
