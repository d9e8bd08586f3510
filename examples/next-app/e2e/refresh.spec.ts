import type { Page } from "@playwright/test";
import {
  expect,
  expectSignedIn,
  expectSignedOut,
  isSameDocument,
  letTimePass,
  markDocument,
  signInHere,
  signOutHere,
  test,
} from "shared/e2e";

const renderedFor = (tab: Page) => tab.locator('dt:text-is("rendered for") + dd');

/** Notes each time that a tab has the server render its page again. */
function watchRenders(tab: Page): string[] {
  const renders: string[] = [];
  tab.on("request", (request) => {
    const { rsc, ...headers } = request.headers();
    const { pathname } = new URL(request.url());
    if (rsc && !headers["next-router-prefetch"] && pathname.startsWith("/refresh"))
      renders.push(pathname);
  });
  return renders;
}

test("a server component follows a sign-out and a sign-in in another tab, by one request each", async ({
  user,
}) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/refresh");
  const other = await user.open("/auth/signin?callbackUrl=/");
  await expect(renderedFor(tab)).toHaveText("Ada Lovelace");
  await markDocument(tab);
  const renders = watchRenders(tab);

  const requests = await user.countSessionRequests(async () => {
    await signOutHere(other);
    await expect(renderedFor(tab)).toHaveText("nobody");
    await expectSignedOut(tab);
  });
  expect(renders).toEqual(["/refresh"]);
  // The tab that signs out confirms it, and the page that it then loads asks nothing.
  expect(requests).toBeLessThanOrEqual(1);

  await other.goto("/auth/signin?callbackUrl=/");
  await signInHere(other, "grace");
  await expect(renderedFor(tab)).toHaveText("Grace Hopper");
  await expectSignedIn(tab, "Grace Hopper");
  // A refresh too many would come by now.
  await letTimePass(500);
  expect(renders).toEqual(["/refresh", "/refresh"]);
  expect(await isSameDocument(tab)).toBe(true);
});

test("a server component follows an update of the session in another tab", async ({ user }) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/refresh");
  await expect(renderedFor(tab)).toHaveText("Ada Lovelace");
  const renders = watchRenders(tab);
  const other = await user.open("/profile");
  await other.getByLabel("Name").fill("Countess of Lovelace");
  await other.getByRole("button", { name: "Save the name" }).click();
  await expect(renderedFor(tab)).toHaveText("Countess of Lovelace");
  await letTimePass(500);
  expect(renders).toEqual(["/refresh"]);
});

test("a layout that Next keeps while one goes on after a sign-out is rendered again", async ({
  user,
}) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/refresh");
  await expect(renderedFor(tab)).toHaveText("Ada Lovelace");
  await markDocument(tab);
  await tab.getByRole("button", { name: "Go on without a user" }).click();
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("After the sign-out");
  await expect(renderedFor(tab)).toHaveText("nobody");
  expect(await isSameDocument(tab)).toBe(true);
});

test("a page that is opened is not rendered a second time", async ({ user }) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.context.newPage();
  const renders = watchRenders(tab);
  const requests = await user.countSessionRequests(async () => {
    await tab.goto("/refresh");
    await expect(renderedFor(tab)).toHaveText("Ada Lovelace");
    await expectSignedIn(tab, "Ada Lovelace");
  });
  expect(renders).toEqual([]);
  expect(requests).toBe(0);
});
