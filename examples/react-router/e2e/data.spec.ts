import { type APIRequestContext, expect, test as base } from "@playwright/test";
import { serveApp } from "shared/e2e";
import { passwordOf } from "shared/users";
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
  baseURL: async ({ url }, use) => use(url),
});

/** Signs in; the cookies stay with `request`. */
async function signIn(request: APIRequestContext): Promise<void> {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  await request.post("/api/auth/callback/credentials", {
    form: { csrfToken, username: "ada", password: passwordOf("ada") },
    headers: { "X-Auth-Return-Redirect": "1" },
  });
}

test("a request for one loader alone does not get past the middleware of the layout", async ({
  request,
}) => {
  const path = "/protected.data?_routes=routes%2Fprotected";
  const ofNobody = await (await request.get(path)).text();
  expect(ofNobody).toContain("/auth/signin?callbackUrl=%2Fprotected");

  await signIn(request);
  expect(await (await request.get(path)).text()).toContain("Ada Lovelace");
});

test("a page renews the cookie, and its data does not", async ({ request }) => {
  await signIn(request);
  const page = await request.get("/server", { headers: { "Sec-Fetch-Mode": "navigate" } });
  expect(page.headers()["set-cookie"]).toContain("authjs.session-token=");

  const data = await request.get("/server.data", { headers: { "Sec-Fetch-Mode": "cors" } });
  expect(await data.text()).toContain("Ada Lovelace");
  expect(data.headers()["set-cookie"]).toBeUndefined();
  for (const it of [page, data]) expect(it.headers()["cache-control"]).toBe("private, no-store");
});
