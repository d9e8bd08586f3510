import { expect, expectSignedIn, expectSignedOut, signOutHere } from "shared/e2e";
import { ada, grace } from "../people.ts";
import type { ProviderFlowTest } from "./fixtures.ts";
import { askForLink, openIdButton, vouchFor } from "./sign-in-page.ts";

/** Registers that a session comes into the database, and leaves it. */
export function testSessionInDatabase(test: ProviderFlowTest): void {
  test("a session in the database is there for every tab, and gone from it after a sign-out", async ({
    user,
    database,
  }) => {
    const other = await user.open("/");
    const tab = await user.open("/auth/signin?callbackUrl=/?from=flow");
    await openIdButton(tab).click();
    await vouchFor(tab, ada.name);

    await expect(tab).toHaveURL("/?from=flow");
    await Promise.all([tab, other].map((each) => expectSignedIn(each, ada.name)));
    expect(await database.query('SELECT "sessionToken" FROM session')).toHaveLength(1);

    await signOutHere(other);
    await Promise.all([tab, other].map(expectSignedOut));
    expect(await database.query('SELECT "sessionToken" FROM session')).toEqual([]);
  });
}

export function testDatabaseSessions(test: ProviderFlowTest): void {
  testSessionInDatabase(test);

  test("a link by mail makes a user and a session in the database, and is used up", async ({
    user,
    database,
    mailbox,
  }) => {
    const tab = await user.open("/auth/signin?callbackUrl=/?from=flow");
    const link = mailbox.nextLink(grace.email);
    await askForLink(tab, grace.email);
    await tab.goto(await link);

    await expect(tab).toHaveURL("/?from=flow");
    await expectSignedIn(tab, grace.email);
    expect(await database.query('SELECT email FROM "user"')).toEqual([{ email: grace.email }]);
    expect(await database.query('SELECT token FROM "verificationToken"')).toEqual([]);
  });

  test("a session that was taken out of the database is none for the next page", async ({
    user,
    database,
  }) => {
    const tab = await user.open("/auth/signin?callbackUrl=/?from=flow");
    await openIdButton(tab).click();
    await vouchFor(tab, ada.name);
    await expectSignedIn(tab, ada.name);

    await database.query("DELETE FROM session");
    await tab.reload();
    await expectSignedOut(tab);
  });
}
