import { expect, type Page } from "@playwright/test";
import { testsServedWith } from "shared/e2e";
import { app } from "./app.ts";

const test = testsServedWith(app, {
  SESSION_STRATEGY: "database",
  DATABASE_URL: "postgres://127.0.0.1:1",
});

const ada = { user: { name: "Ada Lovelace", role: "admin" }, expires: "2999-01-01" };

/** Notes how often a tab has called server functions. */
function watchQueries(tab: Page): () => number {
  let count = 0;
  tab.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith("/_server")) count += 1;
  });
  return () => count;
}

test("a session that the server cannot read lets nobody in, and sends nobody away", async ({
  user,
  url,
}) => {
  await user.context.addCookies([{ name: "authjs.session-token", value: "some", url }]);
  let answer: (session: object) => void = () => {};
  const answered = new Promise<object>((resolve) => {
    answer = resolve;
  });
  await user.context.route("**/api/auth/session", async (route) => {
    await route.fulfill({ json: await answered });
  });

  const guarded = await user.context.newPage();
  const response = await guarded.goto(`${url}/protected`);
  expect(response?.status()).toBe(503);
  const main = guarded.getByRole("main");
  await expect(main).toContainText("The server could not read your session.");

  const tab = await user.context.newPage();
  const queries = watchQueries(tab);
  await tab.goto(`${url}/server`);
  const rendered = tab.locator("[data-rendered-for]");
  await expect(rendered).toHaveText("The server could not read the session.");
  expect(queries()).toBe(0);

  // The queries run again, once there is an answer.
  answer(ada);
  await expect.poll(queries).toBeGreaterThan(0);
  await expect(main).toContainText("The server could not read your session.");
});

test("the query of a protected page runs again when the browser knows that nobody is signed in", async ({
  user,
  url,
}) => {
  await user.context.addCookies([{ name: "authjs.session-token", value: "some", url }]);
  await user.context.route("**/api/auth/session", (route) => route.fulfill({ json: null }));
  const tab = await user.context.newPage();
  const queries = watchQueries(tab);
  await tab.goto(`${url}/protected`);
  await expect.poll(queries).toBeGreaterThan(0);
});
