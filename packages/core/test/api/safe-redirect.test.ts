import { describe, expect, test } from "vitest";
import { toSafeRedirect } from "../../src/api/safe-redirect.ts";
import { isUnsafeRedirectError } from "../../src/errors.ts";
import { caught } from "./stub.ts";

const page = "https://app.example/a/b?c#d";

describe.each([true, false])("sent by the server: %s", (isFromServer) => {
  test.each([
    ["/x?y#z", "https://app.example/x?y#z"],
    ["x", "https://app.example/a/x"],
    ["?q", "https://app.example/a/b?q"],
    ["#h", "https://app.example/a/b?c#h"],
    ["", "https://app.example/a/b?c"],
    ["https://app.example", "https://app.example/"],
  ])("%j leads to %s", (url, expected) => {
    expect(toSafeRedirect(url, page, isFromServer)).toBe(expected);
  });

  test.each([
    "javascript:alert(1)",
    " java\nscript:alert(1)",
    "data:text/html,x",
    "blob:https://app.example/1",
    "file:///etc/passwd",
    "mailto:a@b.example",
    "web+http://app.example/",
    "httpx://app.example/",
    "http://[",
  ])("%j is refused", (url) => {
    const error = caught(() => toSafeRedirect(url, page, isFromServer));
    expect(isUnsafeRedirectError(error)).toBe(true);
    expect(error).toMatchObject({ url });
  });
});

test.each([
  "https://id.example/x",
  "//id.example/x",
  "\\\\id.example/x",
  "http://app.example/x",
  "https://app.example:8443/x",
  "https://app.example@id.example/",
])("another origin is refused unless the server has sent it: %s", (url) => {
  expect(() => toSafeRedirect(url, page, false)).toThrow("unsafe-redirect");
  expect(toSafeRedirect(url, page, true)).toBe(new URL(url, page).href);
});
