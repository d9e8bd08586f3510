import type { Page } from "@playwright/test";
import { expectSignedIn, expectSignedOut, signInHere, signOutHere } from "../tab.ts";
import { expect, test } from "../test.ts";
import type { SessionApp } from "./session-app.ts";

export function testStorage({ others }: SessionApp): void {
  test("nothing of the session is stored in the browser", async ({ user, authPath }) => {
    const tab = await user.open("/auth/signin?callbackUrl=/profile");
    const other = await user.open(others[0]);
    const stored: string[] = [];

    await signInHere(tab, "ada");
    await expect(tab).toHaveURL("/profile");
    await Promise.all([tab, other].map((each) => expectSignedIn(each, "Ada Lovelace")));
    stored.push(await everythingStored(tab), await everythingStored(other));

    await tab.getByLabel("Name", { exact: true }).fill("Countess Ada");
    await tab.getByRole("button", { name: "Save the name" }).click();
    await Promise.all([tab, other].map((each) => expectSignedIn(each, "Countess Ada")));
    stored.push(await everythingStored(tab), await everythingStored(other));

    const session = await user.context.request.get(`${authPath}/session`);
    const { expires } = await session.json();
    const reload = other.waitForEvent("load");
    await signOutHere(other);
    await reload;
    await expectSignedOut(other);
    stored.push(await everythingStored(other));

    // The day, not the instant: each read moves the session's expiry.
    const ofTheSession = ["Lovelace", "Countess", "ada@example.com", "admin", expires.slice(0, 10)];
    for (const text of stored) {
      for (const word of ofTheSession) expect(text).not.toContain(word);
    }
  });
}

/** Keys and values of both storages, and the names of databases and caches. */
function everythingStored(tab: Page) {
  return tab.evaluate(async () =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      await indexedDB.databases(),
      await caches.keys(),
    ]),
  );
}
