import type { BrowserContext } from "@playwright/test";
import { expect, expectSignedIn, servedWith, signInHere, testsServedWith } from "shared/e2e";
import { app } from "./app.ts";

const env = { SESSION_STRATEGY: "database", DATABASE_URL: "postgres://127.0.0.1:1" };

const test = testsServedWith(app).extend<object, { failing: string }>({
  /** The address of the same app without its database. It has the cookies of the other one. */
  failing: servedWith(app, env),
});

/** Has these requests answered by the app at another address. */
async function answerFrom(context: BrowserContext, url: string, paths: string, times?: number) {
  await context.route(
    paths,
    async (route) => {
      const { pathname, search } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: url + pathname + search }) });
    },
    times ? { times } : {},
  );
}

const pages = [
  // The error of a loader.
  { path: "/server", text: "The server has rendered this for Ada Lovelace." },
  // That of a middleware.
  { path: "/protected", text: "For your eyes, Ada Lovelace" },
];

for (const { path, text } of pages) {
  test(`${path}: what the server could not load is loaded when the browser knows the session`, async ({
    user,
    url,
    failing,
  }) => {
    await user.signInBehindTheScenes("ada");
    let recover = () => {};
    const isBack = new Promise<void>((resolve) => {
      recover = resolve;
    });
    await answerFrom(user.context, url, `${failing}/**/*.data*`);
    await user.context.route(`${failing}/api/auth/session`, async (route) => {
      await isBack;
      await route.fulfill({ response: await route.fetch({ url: `${url}/api/auth/session` }) });
    });

    const tab = await user.open(failing + path);
    await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Error 503");
    recover();
    await expectSignedIn(tab, "Ada Lovelace");
    await expect(tab.getByRole("main")).toContainText(text);
  });
}

test("the error of a loader leaves the provider in place, and is gone after a sign-in elsewhere", async ({
  user,
  failing,
}) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/");
  const other = await user.open("/auth/signin?callbackUrl=/");
  await answerFrom(user.context, failing, "**/server.data*", 1);
  await tab.bringToFront();
  await tab.getByRole("navigation").getByRole("link", { name: "From the server" }).click();
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Error 503");
  await expectSignedIn(tab, "Ada Lovelace");
  expect(user.sessionRequests).toEqual([]);

  await signInHere(other, "grace");
  await tab.bringToFront();
  await expect(tab.getByRole("main")).toContainText("rendered this for Grace Hopper.");
});
