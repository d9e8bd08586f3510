import type { User } from "shared/e2e";
import { expect } from "@playwright/test";
import { testsServedWith } from "shared/e2e";
import { app } from "./app.ts";

const test = testsServedWith(app);

/** Sends a request with the user's cookies, as a browser does. */
async function ask({ context }: User, path: string, mode: "cors" | "navigate") {
  const response = await context.request.get(path, { headers: { "Sec-Fetch-Mode": mode } });
  return { headers: response.headers(), text: await response.text() };
}

test("a request for one loader alone does not get past the middleware of the layout", async ({
  user,
}) => {
  const path = "/protected.data?_routes=routes%2Fprotected";
  const ofNobody = await ask(user, path, "cors");
  expect(ofNobody.text).toContain("/auth/signin?callbackUrl=%2Fprotected");

  await user.signInBehindTheScenes("ada");
  expect((await ask(user, path, "cors")).text).toContain("Ada Lovelace");
});

test("a page renews the cookie, and its data does not", async ({ user }) => {
  await user.signInBehindTheScenes("ada");
  const page = await ask(user, "/server", "navigate");
  expect(page.headers["set-cookie"]).toContain("authjs.session-token=");

  const data = await ask(user, "/server.data", "cors");
  expect(data.text).toContain("Ada Lovelace");
  expect(data.headers["set-cookie"]).toBeUndefined();
  for (const { headers } of [page, data])
    expect(headers["cache-control"]).toBe("private, no-store");
});
