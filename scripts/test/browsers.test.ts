import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findFirefox } from "../firefox.ts";
import { findWebkit } from "../webkit.ts";

let folder: string;

function program(name: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "");
  chmodSync(path, 0o755);
  return path;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sojourn-browsers-"));
  vi.stubEnv("PATH", folder);
  vi.stubEnv("SOJOURN_FIREFOX", undefined);
  vi.stubEnv("SOJOURN_WEBKIT_DRIVER", undefined);
  vi.stubEnv("SOJOURN_MINI_BROWSER", undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

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
