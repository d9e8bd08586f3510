import type { Page } from "@playwright/test";
import { expect, expectSignedIn, expectSignedOut, signOutHere, test } from "shared/e2e";

/** What the app's own API has answered. */
function noteAnswers(tab: Page): number[] {
  const answers: number[] = [];
  tab.on("response", (response) => {
    if (/\/api\/orders\/\d+$/.test(response.url())) answers.push(response.status());
  });
  return answers;
}

/** Holds the requests of all tabs until so many have been sent: none is younger than the read then. */
async function holdUntilSent(count: number, tab: Page): Promise<void> {
  let sent = 0;
  let open = (): void => {};
  const areSent = new Promise<void>((resolve) => {
    open = resolve;
  });
  await tab.context().route(/\/api\/orders\/\d+$/, async (route) => {
    sent += 1;
    if (sent === count) open();
    await areSent;
    await route.continue();
  });
}

const load = (tab: Page) => tab.getByRole("button", { name: "Load the orders" }).click();
const outcome = (tab: Page) => tab.getByRole("main").getByRole("status");

async function expire(tab: Page): Promise<void> {
  const answered = tab.waitForResponse("**/api/orders/expire");
  await tab.getByRole("button", { name: "Let the token expire" }).click();
  expect((await answered).status()).toBe(204);
}

test("twenty refused requests in each of two tabs cause one read, and all are accepted then", async ({
  user,
}) => {
  await user.signInBehindTheScenes("ada");
  const tabs = [await user.open("/orders"), await user.open("/orders")] as const;
  await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Ada Lovelace")));
  const answers = tabs.map(noteAnswers);
  await expire(tabs[0]);
  await holdUntilSent(40, tabs[0]);

  const reads = await user.countSessionRequests(async () => {
    await Promise.all(tabs.map(load));
    for (const tab of tabs) await expect(outcome(tab)).toHaveText("20 of 20 orders are here.");
  });

  expect(reads).toBe(1);
  expect(answers[0]?.filter((status) => status === 401)).toHaveLength(20);
  expect(answers.flat().filter((status) => status === 200)).toHaveLength(40);
});

test("accepted requests ask for no session", async ({ user }) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/orders");
  await expectSignedIn(tab, "Ada Lovelace");
  const reads = await user.countSessionRequests(async () => {
    await load(tab);
    await expect(outcome(tab)).toHaveText("20 of 20 orders are here.");
  });
  expect(reads).toBe(0);
});

test("the requests of a user who has signed out in another tab are not repeated", async ({
  user,
}) => {
  await user.signInBehindTheScenes("grace");
  const [tab, other] = [await user.open("/orders"), await user.open("/")];
  await Promise.all([tab, other].map((it) => expectSignedIn(it, "Grace Hopper")));
  await signOutHere(other);
  await expectSignedOut(tab);
  const answers = noteAnswers(tab);
  await load(tab);
  await expect(outcome(tab)).toHaveText("0 of 20 orders are here.");
  expect(answers).toEqual(Array.from({ length: 20 }, () => 401));
});
