import { expect, test } from "vitest";
import { toPathInApp } from "../../src/features/server.ts";

const ORIGIN = "https://app.example";

test("toPathInApp() keeps the path, the query and the hash of an address of the app", () => {
  expect(toPathInApp("/orders?page=2#last", ORIGIN)).toBe("/orders?page=2#last");
  expect(toPathInApp("https://app.example/orders", ORIGIN)).toBe("/orders");
  expect(toPathInApp("orders", new URL("/auth/signin?error=x", ORIGIN))).toBe("/orders");
});

test.for([
  null,
  undefined,
  "",
  "https://evil.example/",
  "http://app.example/orders",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "javascript:alert(1)",
  "https://",
])("toPathInApp() leads to the start page for %j", (callbackUrl) => {
  expect(toPathInApp(callbackUrl, ORIGIN)).toBe("/");
});

test.for(["/.//evil.example", "/..//evil.example", "https://app.example//evil.example"])(
  "toPathInApp() makes no address of another site of %s",
  (callbackUrl) => {
    expect(toPathInApp(callbackUrl, ORIGIN)).toBe("/evil.example");
  },
);

test("toPathInApp() returns a path for the address of a blob, too", () => {
  expect(toPathInApp("blob:https://app.example/1", ORIGIN)).toBe("/https://app.example/1");
});
