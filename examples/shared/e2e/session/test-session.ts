import { test } from "../test.ts";
import { testExpiry } from "./expiry.ts";
import { testRequired } from "./required.ts";
import type { SessionApp } from "./session-app.ts";
import { testSignIn } from "./sign-in.ts";
import { testBadSignIn } from "./sign-in-bad.ts";
import { testSignOut } from "./sign-out.ts";
import { testStorage } from "./storage.ts";
import { testUpdate } from "./update.ts";

/** Registers what has to hold for the session in any app, on any server. */
export function testSession(app: SessionApp): void {
  testSignIn(app);
  testBadSignIn();
  testSignOut(app);
  testUpdate(app);
  testStorage(app);
  if (app.next) testRequired();
  test.describe("with sessions of a few seconds", () => testExpiry(app));
}

export type { SessionApp };
