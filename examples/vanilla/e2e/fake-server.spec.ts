import {
  type AuthServer,
  createAuthServer,
  createUser,
  disconnected,
  grace,
} from "@sojourn/testing";
import { expect, expectSignedIn, expectSignedOut, signInHere, test as base } from "shared/e2e";

/** A server that answers the pages in place of the real one: the recipe of `@sojourn/testing`. */
const test = base.extend<{ auth: AuthServer }>({
  async auth({ user, baseURL }, use) {
    const { origin } = new URL(baseURL ?? "");
    const providers = [{ id: "credentials", name: "Password", type: "credentials" }] as const;
    const auth = createAuthServer({ origin, basePath: "/auth", providers });
    await user.context.route(`${auth.url}/**`, async (route) => {
      const request = route.request();
      // The app's own pages are among the handlers.
      if (request.isNavigationRequest()) return route.fallback();
      const init = { method: request.method(), headers: await request.allHeaders() };
      const body = request.postData();
      const response = await auth.respond(new Request(request.url(), { ...init, body }));
      if (response.type === "error") return route.abort();
      const headers = Object.fromEntries(response.headers);
      return route.fulfill({ status: response.status, headers, body: await response.text() });
    });
    await use(auth);
  },
});

test("a page shows whom a fake server knows, and keeps them while it is away", async ({
  user,
  auth,
}) => {
  auth.user = createUser({ name: "Countess Ada" });
  const tab = await user.open("/profile");
  await expectSignedIn(tab, "Countess Ada");

  auth.fault = disconnected();
  await tab.getByLabel("Name").fill("Ada");
  await tab.getByRole("button", { name: "Save the name" }).click();
  await expect(tab.getByRole("main").getByRole("status")).toHaveText("That wasn’t accepted.");
  await expectSignedIn(tab, "Countess Ada");
});

test("two tabs follow a sign-in at a fake server", async ({ user, auth }) => {
  const tab = await user.open("/auth/signin?callbackUrl=/profile");
  const other = await user.open("/");
  await Promise.all([tab, other].map(expectSignedOut));
  await signInHere(tab, "grace");
  await Promise.all([tab, other].map((it) => expectSignedIn(it, grace.user.name ?? "")));
  expect(auth.count("POST callback/credentials")).toBe(1);
});
