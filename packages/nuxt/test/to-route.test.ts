import { expect, test } from "vitest";
import { toRoute } from "../src/runtime/to-route.ts";

test.each([
  ["/orders?page=2#top", "/", "/orders?page=2#top"],
  ["https://app.example/orders", "/", "/orders"],
  ["https://evil.example/orders", "/", "/"],
  ["//evil.example", "/", "/"],
  ["/\\evil.example", "/", "/"],
  ["https://app.example//evil.example", "/", "/evil.example"],
  ["javascript:alert(1)", "/", "/"],
  ["http://[", "/", "/"],
  [undefined, "/", "/"],
  [["/a", "/b"], "/", "/"],
  ["/shop/orders", "/shop/", "/orders"],
  ["/shop", "/shop/", "/"],
  ["/shopping", "/shop/", "/shopping"],
])("%j below %s is the route %s", (address, base, route) => {
  expect(toRoute(address, "https://app.example", base)).toBe(route);
});
