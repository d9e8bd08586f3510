import { expect, test } from "./playground.ts";

const ADA = "Ada Lovelace";
const NOBODY = "Signed out";

test("a sign-in in one tab shows in three tabs, after one read of the session", async ({
  playground,
}) => {
  const { open, choose, press, shows, reads } = playground;
  await open();
  await choose("never");
  await shows(NOBODY, NOBODY, NOBODY);
  const before = await reads();
  await press("Sign in as Ada", 1);
  await shows(ADA, ADA, ADA);
  expect(await reads()).toBe(before + 1);
});

test("a server that answers with 500 keeps the user", async ({ playground }) => {
  const { open, choose, press, shows, tab } = playground;
  await open();
  await press("Sign in as Ada", 2);
  await shows(ADA, ADA, ADA);
  await choose("with 500");
  await choose("20×");
  for (const number of [1, 2, 3]) {
    await expect(tab(number)).toContainText("The last read has failed: http 500");
  }
  await shows(ADA, ADA, ADA);
});

test("Back never shows a user who has signed out meanwhile", async ({ playground, page }) => {
  const { open, press, shows, tab } = playground;
  await open();
  await press("Sign in as Ada", 1);
  await shows(ADA, ADA, ADA);
  await press("Follow a link", 2);
  await press("Sign out", 1);
  await expect(tab(3).getByRole("status")).toHaveText(NOBODY);

  const seen = await page.evaluateHandle(() => {
    const element = document.querySelector('section[aria-label="Tab 2"]');
    const texts: string[] = [];
    const look = () => texts.push(element?.querySelector("[role=status]")?.textContent ?? "");
    new MutationObserver(look).observe(element!, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return texts;
  });
  await press("Back in tab 2", 2);
  await shows(NOBODY, NOBODY, NOBODY);
  const texts = await seen.jsonValue();
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.join()).not.toContain(ADA);
});

test("the model of next-auth plays the same story, and differs", async ({ playground }) => {
  const { open, choose, shows, tab } = playground;
  await open("#client=sojourn&poll=5&t=14000&do=1000-ada-1_4000-500_9000-normal");
  await shows(ADA, ADA, ADA);
  await choose("As next-auth would");
  await shows(NOBODY, NOBODY, NOBODY);
  await expect(tab(1)).toContainText(`The server says: ${ADA}`);
  const comparison = playground.page.getByRole("list", { name: "What the clients have done" });
  await expect(comparison).toContainText("Sojourn: 4 reads, 3 of 3 tabs right");
  await expect(comparison).toContainText("next-auth: 9 reads, 0 of 3 tabs right");
  await choose("Sojourn");
  await shows(ADA, ADA, ADA);
});

test("each control of a tab does what it says", async ({ playground }) => {
  const { open, press, shows, tab } = playground;
  await open();
  await press("Freeze", 3);
  await press("Sign in as Grace", 1);
  await shows("Grace Hopper", "Grace Hopper", NOBODY);
  await expect(tab(3)).toContainText("nothing in this tab runs");
  await press("Unfreeze", 3);
  await shows("Grace Hopper", "Grace Hopper", "Grace Hopper");

  await press("Hide", 2);
  await expect(tab(2).getByRole("button", { name: "Sign out" })).toBeDisabled();
  await press("Show", 2);
  await press("Change name", 2);
  await shows("Admiral Hopper", "Admiral Hopper", "Admiral Hopper");

  await press("Close tab 3", 3);
  await press("Open tab", 3);
  await shows("Admiral Hopper", "Admiral Hopper", "Admiral Hopper");
});

test("each way to answer, the device and the end of the session do what they say", async ({
  playground,
}) => {
  const { open, choose, press, shows, tab } = playground;
  await open();
  for (const [way, failure] of [
    ["with HTML", "parse 200"],
    ["not at all", "network"],
  ] as const) {
    await choose(way);
    await choose("20×");
    await press("Sign in as Ada", 1);
    if (way === "not at all") await press("Go offline");
    await expect(tab(1)).toContainText(`Signing in has failed: ${failure}`);
  }
  await press("Go online");
  await choose("normally");
  await press("Sign in as Ada", 1);
  await shows(ADA, ADA, ADA);
  await press("End the session in 10 s");
  await shows(NOBODY, NOBODY, NOBODY);
});
