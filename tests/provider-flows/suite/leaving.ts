import type { Page } from "@playwright/test";
import { expect, expectSignedIn, expectSignedOut, fillIn, submitButton } from "shared/e2e";
import { grace } from "../people.ts";
import type { ProviderFlowTest } from "./fixtures.ts";
import { neverAnswer } from "./network.ts";
import { emailField, linkButton, openIdButton, signOutButton } from "./sign-in-page.ts";

/** Something that a user doesn't wait for. */
interface Unfinished {
  what: string;
  /** The page that it begins on. */
  page: string;
  /** Whether it begins with Ada signed in. */
  isSignedIn?: boolean;
  begin(tab: Page): Promise<void>;
  /** Where in the handlers it posts to, and never gets an answer. */
  path: string;
}

const unfinished: Unfinished[] = [
  {
    what: "a sign-in by password",
    page: "/auth/signin",
    async begin(tab) {
      await fillIn(tab, "ada");
      await submitButton(tab).click();
    },
    path: "/callback/credentials",
  },
  {
    what: "a sign-in by password with a full page load",
    page: "/auth/signin",
    async begin(tab) {
      await fillIn(tab, "ada");
      await tab.getByLabel("Go there by a full page load").check();
      await submitButton(tab).click();
    },
    path: "/callback/credentials",
  },
  {
    what: "a sign-in at a provider",
    page: "/auth/signin",
    begin: (tab) => openIdButton(tab).click(),
    path: "/signin/openid",
  },
  {
    what: "a sign-in by mail",
    page: "/auth/signin",
    async begin(tab) {
      await emailField(tab).fill(grace.email);
      await linkButton(tab).click();
    },
    path: "/signin/email",
  },
  {
    what: "a sign-out",
    page: "/provider-flows",
    isSignedIn: true,
    begin: (tab) => signOutButton(tab).click(),
    path: "/signout",
  },
];

export function testLeaving(test: ProviderFlowTest): void {
  for (const { what, page, isSignedIn = false, begin, path } of unfinished) {
    test(`leaving the page in the middle of ${what} is no error`, async ({ user, app }) => {
      const expectUnchanged = (tab: Page) =>
        isSignedIn ? expectSignedIn(tab, "Ada Lovelace") : expectSignedOut(tab);
      if (isSignedIn) await user.signInBehindTheScenes("ada");
      await user.context.addInitScript(keepComplaints);
      const tab = await user.open(page);
      await expectUnchanged(tab);
      await neverAnswer(user.context, app.authPath + path);
      const request = tab.waitForRequest(`**${app.authPath}${path}`);
      await begin(tab);
      await request;
      await tab.goto("/?from=flow");

      await expect(tab.getByRole("heading", { level: 1 })).toBeVisible();
      await expectUnchanged(tab);
      expect(await tab.evaluate(() => sessionStorage.getItem("complaints"))).toBeNull();
    });
  }
}

/**
 * Runs in each document, from its start. What a page complains of while it is being left, Playwright
 * is not told: the page hands it on to the next one.
 */
function keepComplaints() {
  const keep = (complaint: unknown) => {
    const before = sessionStorage.getItem("complaints") ?? "";
    sessionStorage.setItem("complaints", `${before}${complaint}\n`);
  };
  addEventListener("error", ({ message }) => keep(message));
  addEventListener("unhandledrejection", ({ reason }) => keep(reason));
  const { error } = console;
  console.error = (...messages) => {
    keep(messages.join(" "));
    error(...messages);
  };
}
