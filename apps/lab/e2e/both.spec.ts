import type { Page } from "@playwright/test";
import { users } from "../server/users.ts";
import { expect, letTimePass, test, type World } from "./world.ts";

type Half = "ours" | "theirs";

/** Waits until both halves of the page show this user, but no longer than a second. */
async function expectBoth(page: Page, username: string | null): Promise<void> {
  const text = username === null ? "unauthenticated" : users[username]!.name;
  const halves = ["#ours", "#theirs"].map((it) => page.locator(it));
  await Promise.all(halves.map((half) => expect(half).toHaveText(text, { timeout: 1000 })));
}

async function open(world: World, version: string, username: string | null): Promise<Page> {
  if (username) await world.signInBehindTheScenes(username);
  const page = await world.open(`/both.html?peer=${version}`);
  await page.locator("#ours").waitFor();
  // What each of them asks and tells as it begins is over.
  await world.countReads(() => letTimePass(1000));
  await expectBoth(page, username);
  return page;
}

function signOut(page: Page, half: Half): Promise<unknown> {
  return page.evaluate((it) => window.halves[it].signOut({ redirect: false }), half);
}

function signIn(page: Page, half: Half, username = "ada"): Promise<unknown> {
  const credentials = { username, password: users[username]!.password };
  return page.evaluate(
    ([it, who]) => window.halves[it].signIn("credentials", { ...who, redirect: false }),
    [half, credentials] as const,
  );
}

for (const version of ["v4", "v5"] as const) {
  test.describe(`on a page that runs next-auth/react ${version} as well`, () => {
    test.use({ dialect: version });

    for (const half of ["ours", "theirs"] as const) {
      test(`a sign-out by ${half} reaches both halves`, async ({ world }) => {
        const page = await open(world, version, "ada");
        const reads = await world.countReads(async () => {
          await signOut(page, half);
          await expectBoth(page, null);
        });
        expect(reads).toBeLessThanOrEqual(6);
      });

      test(`a sign-in by ${half} reaches both halves`, async ({ world }) => {
        const page = await open(world, version, null);
        const reads = await world.countReads(async () => {
          await signIn(page, half);
          await expectBoth(page, "ada");
        });
        expect(reads).toBeLessThanOrEqual(6);
      });
    }

    test("a sign-in as another user by theirs reaches both halves", async ({ world }) => {
      const page = await open(world, version, "ada");
      await signIn(page, "theirs", "grace");
      await expectBoth(page, "grace");
    });

    test("what the halves tell each other has an end", async ({ world }) => {
      const page = await open(world, version, null);
      await signIn(page, "ours");
      await signOut(page, "theirs");
      await signIn(page, "theirs");
      await signOut(page, "ours");
      await expectBoth(page, null);
      // What is told is asked about once a second at most, and so perhaps once more.
      await letTimePass(2000);
      expect(await world.countReads(() => letTimePass(2000))).toBe(0);
    });
  });
}
