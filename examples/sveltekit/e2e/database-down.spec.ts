import { badge, expect, serveApp, test } from "shared/e2e";
import { app } from "./app.ts";

const nothing = "postgres://postgres@127.0.0.1:1/postgres";
let served: Awaited<ReturnType<typeof serveApp>>;

test.beforeAll(async () => {
  served = await serveApp({
    ...app,
    env: { DATABASE_URL: nothing, SESSION_STRATEGY: "database" },
  });
});
test.afterAll(() => served.stop());

test("while the database is down, pages are rendered, and nobody is taken for signed out", async ({
  user,
}) => {
  const cookie = { name: "authjs.session-token", value: "of-a-session" };
  await user.context.addCookies([{ ...cookie, url: served.url }]);
  const tab = await user.context.newPage();
  const response = await tab.goto(`${served.url}/profile`);
  expect(response?.status()).toBe(200);
  await expect(badge(tab)).toContainText("The server can’t say who you are.");
  await expect(badge(tab)).not.toContainText("Signed out");
  const [kept] = await user.context.cookies(served.url);
  expect(kept).toMatchObject(cookie);

  const guarded = await user.context.request.get(`${served.url}/protected`, { maxRedirects: 0 });
  expect(guarded.status()).toBe(503);
});
