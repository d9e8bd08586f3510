import type { Page, Route } from "@playwright/test";
import { expectUser } from "./tabs.ts";
import { expect, test } from "./world.ts";

const PAGE = "/core.html";
const SIGN_OUT = "**/api/auth/signout";

/** Sends a token on that was tampered with, which the server refuses. */
async function tamper(route: Route): Promise<void> {
  const form = new URLSearchParams(route.request().postData() ?? "");
  form.set("csrfToken", "tampered");
  await route.continue({ postData: form.toString() });
}

/** Signs out without leaving the page. Resolves to what was thrown, as its name and code. */
function trySignOut(tab: Page): Promise<string> {
  return tab.evaluate(() =>
    window.lab.client.signOut({ redirect: false }).then(
      () => "signed out",
      (error: Error & { code?: string }) => `${error.name} ${error.code}`,
    ),
  );
}

const failures: [string, (route: Route) => Promise<void>, string][] = [
  [
    "a 500",
    (route) => route.fulfill({ status: 500, json: { message: "down" } }),
    "SessionFetchError http",
  ],
  ["a dead network", (route) => route.abort(), "SessionFetchError network"],
  ["two refused tokens", tamper, "CsrfError csrf"],
];

for (const [what, fail, error] of failures) {
  test(`a sign-out that comes to nothing by ${what} says so, and leaves the session as the server has it`, async ({
    world,
  }) => {
    await world.signInBehindTheScenes("ada");
    const tabs = await world.openTabs(2, PAGE);
    await expectUser(tabs, "ada");

    await tabs[0].route(SIGN_OUT, fail);
    expect(await trySignOut(tabs[0])).toBe(error);
    await world.countReads(() => expectUser(tabs, "ada"));
    expect(await world.userOfCookie()).toBe("Ada Lovelace");

    await tabs[0].unroute(SIGN_OUT);
    expect(await trySignOut(tabs[0])).toBe("signed out");
    await expectUser(tabs, null);
    expect(await world.userOfCookie()).toBe(undefined);
  });
}

test("a token that is refused once is replaced by a fresh one, unseen", async ({ world }) => {
  await world.signInBehindTheScenes("ada");
  const tabs = await world.openTabs(2, PAGE);
  await expectUser(tabs, "ada");

  await tabs[0].route(SIGN_OUT, tamper, { times: 1 });
  expect(await trySignOut(tabs[0])).toBe("signed out");
  await expectUser(tabs, null);
  expect(await world.userOfCookie()).toBe(undefined);
});

for (const name of ["callbackUrl", "redirectTo"]) {
  test(`${name} is where a sign-out leads`, async ({ world }) => {
    await world.signInBehindTheScenes("ada");
    const tabs = await world.openTabs(2, PAGE);
    await expectUser(tabs, "ada");

    await tabs[0].evaluate(
      (option) => void window.lab.client.signOut({ [option]: "/core.html?bye" }),
      name,
    );
    await expect(tabs[0]).toHaveURL(/core\.html\?bye$/);
    await expectUser(tabs, null);
  });
}
