import type { Page } from "@playwright/test";
import {
  expect,
  expectSignedIn,
  expectSignedOut,
  isSameDocument,
  letTimePass,
  markDocument,
  test,
  type User,
} from "shared/e2e";

const notice = (tab: Page) => tab.getByRole("main").getByRole("status");

async function openTwo(user: User, timeout: number) {
  await user.signInBehindTheScenes("ada");
  const posts: string[] = [];
  user.context.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (request.method() === "POST" && pathname === "/auth/signout") posts.push(pathname);
  });
  const path = `/idle?timeout=${timeout}`;
  const tabs = [await user.open(path), await user.open(path)] as const;
  await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Ada")));
  await Promise.all(tabs.map(markDocument));
  return { tabs, posts };
}

test("two tabs warn with the seconds left, “stay” in one keeps both, and then one POST signs out both", async ({
  user,
}) => {
  const { tabs, posts } = await openTwo(user, 4);
  const [first, second] = tabs;
  await Promise.all(
    tabs.map((tab) => expect(notice(tab)).toHaveText(/^You will be signed out in [12] s\.$/)),
  );

  // A pointer on its way to the button would be a sign of a person already.
  await second.getByRole("button", { name: "I am here" }).dispatchEvent("click");
  await Promise.all(
    tabs.map((tab) => expect(notice(tab)).toHaveText("You are here.", { timeout: 500 })),
  );
  expect(posts).toEqual([]);

  await Promise.all(
    tabs.map((tab) => expect(notice(tab)).toHaveAttribute("data-status", "signedOut")),
  );
  await Promise.all(tabs.map(expectSignedOut));
  await letTimePass(1000);
  expect(posts).toHaveLength(1);
  expect(await Promise.all(tabs.map(isSameDocument))).toEqual([true, true]);
  await first.reload();
  await expect(notice(first)).toHaveAttribute("data-status", "signedOut");
});

test("events that scripts create keep nobody signed in, and a page that is opened after the end shows no activity", async ({
  user,
}) => {
  const { tabs, posts } = await openTwo(user, 2);
  const [first, second] = tabs;
  await first.evaluate(() => {
    setInterval(() => {
      window.dispatchEvent(new PointerEvent("pointermove", { screenX: Math.random() }));
      document.body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true }));
    }, 50);
  });
  await Promise.all(
    tabs.map((tab) => expect(notice(tab)).toHaveAttribute("data-status", "signedOut")),
  );
  expect(posts).toHaveLength(1);

  // The cookie of a session that nobody has ended in time.
  await first.close();
  await second.goto("/profile");
  await user.signInBehindTheScenes("ada");
  await second.evaluate(() => {
    const at = Date.now() - 60_000;
    const record = { since: at, activeAt: at, phase: 0, attempt: 0, dueAt: 0 };
    localStorage.setItem("sojourn:/auth:idle#", JSON.stringify(record));
  });
  await second.goto("/idle?timeout=2");
  await expectSignedOut(second);
  await expect(notice(second)).toHaveAttribute("data-status", "signedOut");
  expect(posts).toHaveLength(2);
});
