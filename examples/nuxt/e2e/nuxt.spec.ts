import { badge, expect, serveApp, test as base } from "shared/e2e";
import { app } from "./app.ts";

const test = base.extend<object, { url: string }>({
  url: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads there what a fixture needs
    async ({}, use) => {
      const { url, stop } = await serveApp(app);
      await use(url);
      await stop();
    },
    { scope: "worker" },
  ],
  baseURL: ({ url }, use) => use(url),
});

for (const how of ["at-build", "in-browser", "cached"]) {
  test(`a page rendered ${how} has no session in it, and the browser reads it once`, async ({
    user,
    another,
  }) => {
    await user.signInBehindTheScenes("ada");
    // A cache has this one for the next.
    await user.context.request.get(`/rendered/${how}`);
    const html = await (await another.context.request.get(`/rendered/${how}`)).text();
    expect(html).not.toContain("Ada Lovelace");
    expect(html).not.toContain('data-status="unauthenticated"');

    const tab = await user.open(`/rendered/${how}`);
    await expect(badge(tab)).toContainText("Ada Lovelace");
    expect(user.sessionRequests).toHaveLength(1);

    const their = await another.open(`/rendered/${how}`);
    await expect(badge(their)).toHaveAttribute("data-status", "unauthenticated");
    await expect(their).toHaveURL(`/rendered/${how}`);
  });
}

test("a protected page that was rendered at build is left without a user, and kept with one", async ({
  user,
  another,
}) => {
  const nobody = await user.open("/rendered/for-users");
  await expect(nobody).toHaveURL("/auth/signin?callbackUrl=%2Frendered%2Ffor-users");

  await another.signInBehindTheScenes("ada");
  const tab = await another.open("/rendered/for-users");
  await expect(badge(tab)).toContainText("Ada Lovelace");
  await expect(tab).toHaveURL("/rendered/for-users");
});

test("a protected page is kept where the session cannot be read", async ({ user }) => {
  await user.context.route("**/api/auth/session", (route) => route.abort());
  const tab = await user.open("/rendered/for-users");
  await expect(badge(tab)).toHaveAttribute("data-status", "loading");
  await tab.getByRole("navigation").getByRole("link", { name: "Signed-in only" }).click();
  await expect(tab.getByRole("heading", { level: 1 })).toContainText("For your eyes");
  await expect(tab).toHaveURL("/protected");
});

test("who is signed in is led on from the sign-in page, and to no other origin", async ({
  user,
}) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/auth/signin?callbackUrl=%2Fprotected%3Ffrom%3Dmail");
  await expect(tab).toHaveURL("/protected?from=mail");
  await tab.goto(`/auth/signin?callbackUrl=${encodeURIComponent("https://example.com/x")}`);
  await expect(tab).toHaveURL("/");
});

test("no header turns off the guard of the server", async ({ user }) => {
  const response = await user.context.request.get("/protected", {
    headers: { "x-sojourn-read": "1" },
    maxRedirects: 0,
  });
  expect(response.status()).toBe(302);
  expect(response.headers()["location"]).toBe("/auth/signin?callbackUrl=%2Fprotected");
});

for (const [what, header, count] of [
  ["a page load", { "Sec-Fetch-Mode": "navigate" }, 1],
  ["other code", { "Sec-Fetch-Mode": "cors" }, 0],
] as const) {
  test(`the response to ${what} sends ${count} cookies of the auth server`, async ({ user }) => {
    await user.signInBehindTheScenes("ada");
    const response = await user.context.request.get("/server", { headers: header });
    expect(await response.text()).toContain("Ada Lovelace");
    const cookies = response.headersArray().filter(({ name, value }) => {
      return name.toLowerCase() === "set-cookie" && value.includes("session-token");
    });
    expect(cookies).toHaveLength(count);
    expect(response.headers()["cache-control"]).toBe("private, no-store");
  });
}
