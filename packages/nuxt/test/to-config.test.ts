import { expect, test } from "vitest";
import { toConfig } from "../src/runtime/to-config.ts";

test.each([
  ["/", undefined, "/api/auth"],
  ["/shop/", { basePath: "" }, "/shop/api/auth"],
  ["/shop/", { basePath: "/auth" }, "/auth"],
])("below %s, %j asks %s", (base, given, basePath) => {
  expect(toConfig(given, base).client.basePath).toBe(basePath);
});

test("a session at another origin is not read on the server, which has no cookie of it", () => {
  expect(toConfig({}, "/").readOnServer).toBe(true);
  expect(toConfig({ readOnServer: false }, "/").readOnServer).toBe(false);
  expect(toConfig({ baseUrl: "https://auth.example" }, "/").readOnServer).toBe(false);
});

test("what is only the module's is no option of the client", () => {
  const given = {
    signInPage: "/in",
    sessionCookie: "sid",
    readOnServer: true,
    refreshOnChange: true,
    timeoutMs: 5,
  };
  expect(toConfig(given, "/").client).toEqual({
    basePath: "/api/auth",
    baseUrl: undefined,
    timeoutMs: 5,
  });
});
