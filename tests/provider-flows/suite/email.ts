import { expect, expectSignedIn, expectSignedOut } from "shared/e2e";
import { grace, mallory } from "../people.ts";
import { callSignIn, expectRefusal, resultOf } from "./provider-flows-page.ts";
import type { ProviderFlowTest } from "./fixtures.ts";
import { askForLink, expectError } from "./sign-in-page.ts";

/** Registers the way through the mailbox. */
export function testLinkByMail(test: ProviderFlowTest): void {
  test("a link by mail signs in, once, and leads to the callbackUrl", async ({
    user,
    another,
    mailbox,
    dialect,
  }) => {
    const tab = await user.open(`/auth/signin?callbackUrl=${encodeURIComponent("/?from=flow")}`);
    const link = mailbox.nextLink(grace.email);
    await askForLink(tab, grace.email);
    await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Look into your mailbox");
    await expectSignedOut(tab);

    const opened = await user.open(await link);
    await expect(opened).toHaveURL("/?from=flow");
    await expectSignedIn(opened, grace.email);
    await expectSignedIn(tab, grace.email);

    const reused = await another.open(await link);
    await expectError(reused, dialect.deadLink);
    await expectSignedOut(reused);
  });
}

export function testEmail(test: ProviderFlowTest): void {
  testLinkByMail(test);

  test("redirect: false gives ok and stays, and the link comes all the same", async ({
    user,
    mailbox,
  }) => {
    const tab = await user.open("/provider-flows");
    const link = mailbox.nextLink(grace.email);
    await callSignIn(tab, { provider: "email", email: grace.email, stays: true });

    const result = await resultOf(tab);
    expect(result).toMatchObject({ ok: true, status: 200 });
    expect(result).toHaveProperty("url", expect.stringContaining("/verify-request"));
    await expect(tab).toHaveURL("/provider-flows");

    const opened = await user.open(await link);
    await expectSignedIn(opened, grace.email);
    await expectSignedIn(tab, grace.email);
  });

  test("a link that has expired signs nobody in", async ({ user, mailbox, database, dialect }) => {
    const tab = await user.open("/auth/signin");
    const link = mailbox.nextLink(grace.email);
    await askForLink(tab, grace.email);
    await link;
    // The adapter reads times as UTC, whatever the server's time zone.
    await database.query(
      `UPDATE "verificationToken" SET expires = now() AT TIME ZONE 'utc' - interval '1 minute'`,
    );

    await tab.goto(await link);
    await expectError(tab, dialect.deadLink);
    await expectSignedOut(tab);
  });

  test("who may not come in gets no link", async ({ user, mailbox, dialect }) => {
    const tab = await user.open("/provider-flows");
    await callSignIn(tab, { provider: "email", email: mallory.email, stays: true });

    await expectRefusal(tab, dialect.emailRefusedByCallback);
    expect(mailbox.messages.filter(({ to }) => to === mallory.email)).toEqual([]);
  });

  test("what is no address gives ok: false", async ({ user, dialect }) => {
    const tab = await user.open("/provider-flows");
    await callSignIn(tab, { provider: "email", email: "nobody", stays: true });

    await expectRefusal(tab, dialect.noEmail);
  });
}
