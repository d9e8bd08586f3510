import type { Locator, Page } from "@playwright/test";
import {
  expect,
  expectSignedIn,
  expectSignedOut,
  fillIn,
  submitButton,
  type User,
} from "shared/e2e";
import { ada, grace } from "../people.ts";
import { callButton, fillInCall } from "./provider-flows-page.ts";
import type { ProviderFlowTest } from "./fixtures.ts";
import { postsIn } from "./network.ts";
import { pathsIn } from "./popup-window.ts";
import { emailField, linkButton, openIdButton, signOutButton } from "./sign-in-page.ts";

/** All that a click may cause. */
interface Effects {
  /** Where in the handlers something is posted to. */
  posts: string[];
  /** Requests for what a passkey is to sign. */
  challenges: number;
  /** Requests to the OpenID provider. */
  authorizations: number;
  messages: number;
  popups: number;
}

export interface DoubleClick {
  /** As it goes on after “a double click”. */
  does: string;
  open(user: User): Promise<Page>;
  button(tab: Page): Locator;
  expectDone(tab: Page): Promise<void>;
  causes: Partial<Effects>;
}

export const doubleClicks: DoubleClick[] = [
  {
    does: "signs in once",
    async open(user) {
      const tab = await user.open("/auth/signin?callbackUrl=/?from=flow");
      await fillIn(tab, "ada");
      return tab;
    },
    button: submitButton,
    async expectDone(tab) {
      await expect(tab).toHaveURL("/?from=flow");
      await expectSignedIn(tab, ada.name);
    },
    causes: { posts: ["/callback/credentials"] },
  },
  {
    does: "goes to the provider once",
    open: (user) => user.open("/auth/signin"),
    button: openIdButton,
    expectDone: expectProvider,
    causes: { posts: ["/signin/openid"], authorizations: 1 },
  },
  {
    does: "sends one link",
    async open(user) {
      const tab = await user.open("/auth/signin");
      await emailField(tab).fill(grace.email);
      return tab;
    },
    button: linkButton,
    expectDone: (tab) => expect(tab).toHaveURL(/\/auth\/sent/),
    causes: { posts: ["/signin/email"], messages: 1 },
  },
  {
    does: "opens one popup",
    async open(user) {
      const tab = await user.open("/provider-flows");
      await fillInCall(tab, { provider: "openid", popup: true });
      return tab;
    },
    button: callButton,
    async expectDone(tab) {
      const popups = () =>
        tab
          .context()
          .pages()
          .filter((page) => page !== tab);
      await expect.poll(() => popups().length).toBeGreaterThan(0);
      await Promise.all(popups().map(expectProvider));
      await expect(tab.getByLabel("Result")).toHaveText("");
    },
    causes: { posts: ["/signin/openid"], authorizations: 1, popups: 1 },
  },
  {
    does: "signs out once",
    async open(user) {
      await user.signInBehindTheScenes("ada");
      const tab = await user.open("/");
      await expectSignedIn(tab, ada.name);
      return tab;
    },
    button: signOutButton,
    expectDone: expectSignedOut,
    causes: { posts: ["/signout"] },
  },
];

export function testDoubleClicks(test: ProviderFlowTest, list: DoubleClick[]): void {
  for (const { does, open, button, expectDone, causes } of list) {
    test(`a double click ${does}`, async ({ user, app, openId, mailbox }) => {
      const { context } = user;
      const tab = await open(user);
      const before = {
        authorizations: openId.authorizations.length,
        messages: mailbox.messages.length,
        pages: context.pages().length,
      };
      const posts = postsIn(context, app.authPath);
      const paths = pathsIn(context, app.authPath);
      await pressTwice(button(tab));
      await expectDone(tab);
      // What is too much may come late.
      await user.waitUntilQuiet(500);

      const caused: Effects = {
        posts,
        challenges: paths.filter((path) => path.includes("/webauthn-options/")).length,
        authorizations: openId.authorizations.length - before.authorizations,
        messages: mailbox.messages.length - before.messages,
        popups: context.pages().length - before.pages,
      };
      const nothing = { posts: [], challenges: 0, authorizations: 0, messages: 0, popups: 0 };
      expect(caused).toEqual({ ...nothing, ...causes });
    });
  }
}

/** Faster than any app could disable its button: what the second click does is Sojourn's business. */
async function pressTwice(button: Locator): Promise<void> {
  await button.evaluate((element: HTMLButtonElement) => {
    element.click();
    element.disabled = false;
    element.click();
  });
}

function expectProvider(tab: Page): Promise<void> {
  return expect(tab.getByRole("heading", { name: "Who are you?" })).toBeVisible();
}
