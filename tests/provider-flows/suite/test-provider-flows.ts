import type { App } from "./app.ts";
import { type ProviderFlowTest, testsOf } from "./fixtures.ts";
import { testBadInput } from "./bad-input.ts";
import { testBlockedPopups } from "./blocked-popups.ts";
import { testCredentials } from "./credentials.ts";
import { testDatabaseSessions, testSessionInDatabase } from "./database-sessions.ts";
import { doubleClicks, testDoubleClicks } from "./double-clicks.ts";
import { testEmail, testLinkByMail } from "./email.ts";
import { testLeaving } from "./leaving.ts";
import { testNewUsers } from "./new-users.ts";
import { testOpenId, testOpenIdReturn } from "./openid.ts";
import { testOutages } from "./outages.ts";
import { testSignInPage } from "./own-sign-in-page.ts";
import { testPasskeyAutofill, testPasskeySignals } from "./passkey-autofill.ts";
import { testPasskeys } from "./passkeys.ts";
import { passkeyDoubleClicks } from "./passkeys-double-clicks.ts";
import { testPopups } from "./popups.ts";

/** A passkey belongs to a name: an address such as 127.0.0.1 can have none. */
function testsOfPasskeys(app: App) {
  return testsOf({ ...app, host: "localhost" });
}

/**
 * Registers the tests of the passkey flows in which an adapter has a part. What else a server does is
 * seen on one app of each server.
 */
export function testPasskeyAdapterFlows(app: App): void {
  const { onJwt } = testsOfPasskeys(app);
  onJwt.describe("passkeys", () => {
    testDoubleClicks(onJwt, passkeyDoubleClicks);
    testPasskeyAutofill(onJwt);
  });
}

/**
 * Registers the tests of passkeys, in an app that has them.
 *
 * @param sessions where the server keeps its sessions. Each kind is seen on one app
 */
export function testPasskeyFlows(app: App, sessions: "tokens" | "a database"): void {
  const { onJwt, onDatabase } = testsOfPasskeys(app);
  const test = sessions === "tokens" ? onJwt : onDatabase;
  test.describe(`passkeys, with sessions in ${sessions}`, () => {
    testPasskeys(test);
    testDoubleClicks(test, passkeyDoubleClicks);
  });
  // Auth.js signs nobody in by a password where its sessions are in a database.
  onJwt.describe("passkeys beside passwords", () => {
    testPasskeyAutofill(onJwt);
    if (app.hasPasskeyRoutes) testPasskeySignals(onJwt);
  });
}

/**
 * Registers the tests of the flows in which an adapter has a part. What else a server does is seen
 * on one app of each server.
 */
export function testAdapterFlows(app: App): void {
  const { onJwt } = testsOf(app);
  testCredentials(onJwt);
  testOpenId(onJwt);
  testDoubleClicks(onJwt, doubleClicks);
}

/**
 * Registers the tests of the flows in which a server has a part, for an app whose adapter is tested in
 * another app.
 */
export function testOnServer(app: App): void {
  const { onJwt, onDatabase } = testsOf(app);
  testCredentials(onJwt);
  testOpenId(onJwt);
  testPopups(onJwt);
  testEmail(onJwt);
  testDatabaseSessions(onDatabase);
}

/** Registers the tests of every provider flow of an app. */
export function testProviderFlows(app: App): void {
  const { onJwt } = testsOf(app);
  testOnServer(app);
  testDoubleClicks(onJwt, doubleClicks);
  testBadInput(onJwt);
}

/** Registers the tests of what differs by server, and not by the framework of the page. */
export function testServer(app: App): void {
  const { onJwt, onNewUsers } = testsOf(app);
  testLeaving(onJwt);
  testOutages(onJwt);
  testNewUsers(onNewUsers);
}

/** Registers the tests of what only a whole browser does, and Chromium's headless shell doesn't. */
export function testBrowser(app: App): void {
  testBlockedPopups(testsOf(app).onJwt);
}

export { testLinkByMail, testOpenIdReturn, testSessionInDatabase, testSignInPage, testsOf };
export type { App, ProviderFlowTest };
