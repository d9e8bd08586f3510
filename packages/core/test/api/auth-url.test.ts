import { expect, test } from "vitest";
import { resolveAuthUrl } from "../../src/api/auth-url.ts";

test.each([
  [undefined, undefined, "", "/api/auth"],
  ["", "", "", "/api/auth"],
  ["/api/auth", "", "", "/api/auth"],
  ["cool-app", "", "", "/cool-app"],
  ["/cool-app/", "", "", "/cool-app"],
  ["//a/b//", "", "", "/a/b"],
  ["  /auth  ", "", "", "/auth"],
  ["/", "", "", "/api/auth"],
  ["", "  ", "", "/api/auth"],
  ["/to/https://id.example", "", "", "/to/https://id.example"],
  ["https://id.example/auth", "", "https://id.example", "https://id.example/auth"],
  ["HTTPS://id.example/auth/", "", "https://id.example", "https://id.example/auth"],
  [" https://id.example", "", "https://id.example", "https://id.example/api/auth"],
  ["https://id.example/a", "https://b.example/b", "https://id.example", "https://id.example/a"],
  ["", "https://id.example", "https://id.example", "https://id.example/api/auth"],
  ["", "https://id.example/", "https://id.example", "https://id.example/api/auth"],
  ["", "https://id.example/my/auth", "https://id.example", "https://id.example/my/auth"],
  ["/auth", "https://id.example/other", "https://id.example", "https://id.example/auth"],
  ["", "http://localhost:3000", "http://localhost:3000", "http://localhost:3000/api/auth"],
  ["", "my-app.vercel.app", "https://my-app.vercel.app", "https://my-app.vercel.app/api/auth"],
  ["", "localhost:3000", "https://localhost:3000", "https://localhost:3000/api/auth"],
  ["", "https://id.example?a#b", "https://id.example", "https://id.example/api/auth"],
])("basePath %j, baseUrl %j: origin %j, href %s", (basePath, baseUrl, origin, href) => {
  expect(resolveAuthUrl(basePath, baseUrl)).toEqual({ origin, href });
});

test.each([
  ["", "https://"],
  ["http://[", ""],
  ["", "not a host"],
])("an address that cannot be parsed throws: %j, %j", (basePath, baseUrl) => {
  expect(() => resolveAuthUrl(basePath, baseUrl)).toThrow(TypeError);
});
