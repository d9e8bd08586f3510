import { badge, expect, expectSignedIn, testsServedWith } from "shared/e2e";
import { app } from "./app.ts";

const test = testsServedWith(app, { NODE_OPTIONS: "--import=./e2e/slow-sessions.ts" });

test("the shell is sent before the session, and the session in the same response", async ({
  user,
  url,
  userAgent,
}) => {
  await user.signInBehindTheScenes("ada");
  const cookies = await user.context.cookies();
  const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const headers = { Cookie, "User-Agent": userAgent ?? "" };
  const { body } = await fetch(`${url}/streamed`, { headers });
  const chunks: string[] = [];
  for await (const chunk of body!.pipeThrough(new TextDecoderStream())) chunks.push(chunk);
  const [shell, ...rest] = chunks;

  expect(shell).toContain('data-status="loading"');
  expect(shell).not.toContain("Ada Lovelace");
  expect(rest.join("")).toContain("Ada Lovelace");
});

test("a slow session is loading, and then there without a session request", async ({ user }) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.context.newPage();
  await tab.goto("/streamed", { waitUntil: "commit" });
  await expect(badge(tab)).toHaveAttribute("data-status", "loading");
  await expect(tab.getByText("One moment…")).toBeVisible();

  await expectSignedIn(tab, "Ada Lovelace");
  await expect(tab.getByText("Hello, Ada Lovelace.")).toBeVisible();
  await user.waitUntilQuiet(500);
  expect(user.sessionRequests).toEqual([]);
  expect(user.statuses(tab)).toEqual(["loading", "authenticated"]);
});

test("a navigation to the page shows the user all the time", async ({ user }) => {
  const tab = await user.open("/profile");
  await user.signInBehindTheScenes("ada");
  await tab.reload();
  await expectSignedIn(tab, "Ada Lovelace");

  await tab.getByRole("link", { name: "A streamed session" }).click();
  await expect(tab.getByText("Hello, Ada Lovelace.")).toBeVisible();
  // Longer than the session takes.
  await user.waitUntilQuiet(2000);
  expect(user.sessionRequests).toEqual([]);
  expect(user.statuses(tab)).toEqual(["unauthenticated", "authenticated"]);
});
