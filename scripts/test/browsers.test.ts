import { expect, test, vi } from "vitest";
import { findFirefox } from "../firefox.ts";
import { findWebkit } from "../webkit.ts";
import { useFakePrograms } from "./fake-programs.ts";

const { program } = useFakePrograms([
  "SOJOURN_FIREFOX",
  "SOJOURN_WEBKIT_DRIVER",
  "SOJOURN_MINI_BROWSER",
]);

test("takes SOJOURN_FIREFOX before the system's", () => {
  const system = program("firefox-esr");
  expect(findFirefox()).toBe(system);
  const mine = program("mine");
  vi.stubEnv("SOJOURN_FIREFOX", mine);
  expect(findFirefox()).toBe(mine);
});

test("finds WebKit where driver, browser and screen are, and not without one of them", () => {
  const driver = program("WebKitWebDriver");
  const browser = program("lib/MiniBrowser");
  vi.stubEnv("SOJOURN_MINI_BROWSER", browser);
  expect(findWebkit()).toBeUndefined();
  const screen = program("Xvfb");
  expect(findWebkit()).toEqual({ driver, browser, screen });
});
