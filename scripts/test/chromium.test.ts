import { chmodSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { findChromium, findHeadlessShell } from "../chromium.ts";
import { useFakePrograms } from "./fake-programs.ts";

const { folder, program } = useFakePrograms(["SOJOURN_CHROMIUM", "SOJOURN_HEADLESS_SHELL"]);

test("takes SOJOURN_CHROMIUM before the system's", () => {
  program("chromium");
  const mine = program("mine");
  vi.stubEnv("SOJOURN_CHROMIUM", mine);
  expect(findChromium()).toBe(mine);
});

test("finds any Chromium on the PATH", () => {
  const chrome = program("google-chrome");
  expect(findChromium()).toBe(chrome);
});

test("passes over what cannot be run", () => {
  chmodSync(program("chromium"), 0o644);
  vi.stubEnv("SOJOURN_CHROMIUM", join(folder(), "missing"));
  expect(findChromium() ?? "").not.toContain(folder());
});

test("finds the headless shell, and takes no other program for it", () => {
  program("chromium");
  expect(findHeadlessShell()).toBeUndefined();
  const shell = program("chromium-headless-shell");
  expect(findHeadlessShell()).toBe(shell);
});

test("takes SOJOURN_HEADLESS_SHELL before the system's", () => {
  program("chromium-headless-shell");
  const mine = program("mine");
  vi.stubEnv("SOJOURN_HEADLESS_SHELL", mine);
  expect(findHeadlessShell()).toBe(mine);
});
