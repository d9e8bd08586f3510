import { expect, expectSignedIn, fillIn, submitButton } from "common/e2e";
import { ada, grace } from "../people.ts";
import type { DoorTest } from "./fixtures.ts";
import { postsIn } from "./network.ts";
import { emailField, linkButton, openIdButton } from "./sign-in-page.ts";

export function testDoubleClicks(test: DoorTest): void {
  test("a double click signs in once", async ({ visitor, app }) => {
    const tab = await visitor.open("/auth/signin?callbackUrl=/?from=door");
    const posts = postsIn(visitor.context, app.authPath);
    await fillIn(tab, "ada");
    await submitButton(tab).dblclick();

    await expect(tab).toHaveURL("/?from=door");
    await expectSignedIn(tab, ada.name);
    expect(posts).toEqual(["/callback/credentials"]);
  });

  test("a double click goes to the provider once", async ({ visitor, app, openId }) => {
    const tab = await visitor.open("/auth/signin");
    const posts = postsIn(visitor.context, app.authPath);
    const before = openId.authorizations.length;
    await openIdButton(tab).dblclick();

    await expect(tab.getByRole("heading", { name: "Who are you?" })).toBeVisible();
    expect(posts).toEqual(["/signin/openid"]);
    expect(openId.authorizations).toHaveLength(before + 1);
  });

  test("a double click sends one link", async ({ visitor, mailbox, app }) => {
    const tab = await visitor.open("/auth/signin");
    const posts = postsIn(visitor.context, app.authPath);
    const before = mailbox.messages.length;
    await emailField(tab).fill(grace.email);
    await linkButton(tab).dblclick();

    await expect(tab).toHaveURL(/\/auth\/sent/);
    expect(posts).toEqual(["/signin/email"]);
    expect(mailbox.messages).toHaveLength(before + 1);
  });
}
