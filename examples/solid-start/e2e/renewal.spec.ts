import { expect } from "@playwright/test";
import { testsServedWith } from "shared/e2e";
import { app } from "./app.ts";

const test = testsServedWith(app);

test("a page that a browser loads renews the cookie, and one that is fetched does not", async ({
  user,
}) => {
  await user.signInBehindTheScenes("ada");
  const ask = async (mode: "cors" | "navigate") => {
    const headers = { "Sec-Fetch-Mode": mode };
    const response = await user.context.request.get("/server", { headers });
    return response.headers();
  };
  const loaded = await ask("navigate");
  expect(loaded["set-cookie"]).toContain("authjs.session-token=");
  const fetched = await ask("cors");
  expect(fetched["set-cookie"]).toBeUndefined();
  for (const headers of [loaded, fetched])
    expect(headers["cache-control"]).toBe("private, no-store");
});
