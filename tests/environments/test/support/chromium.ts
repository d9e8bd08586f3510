import { type Browser, chromium } from "@playwright/test";
import { findChromium, findHeadlessShell } from "../../../../scripts/chromium.ts";

/** Starts this machine's Chromium without a window. @returns undefined if there is none */
export async function launchChromium(): Promise<Browser | undefined> {
  const executablePath = findHeadlessShell() ?? findChromium();
  if (!executablePath) return undefined;
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}
