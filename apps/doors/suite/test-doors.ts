import type { App } from "./app.ts";
import { testsOf } from "./fixtures.ts";
import { testBadInput } from "./bad-input.ts";
import { testCredentials } from "./credentials.ts";
import { testDatabaseSessions } from "./database-sessions.ts";
import { testDoubleClicks } from "./double-clicks.ts";
import { testEmail } from "./email.ts";
import { testOpenId } from "./openid.ts";

/** Registers the tests of every way into an app. */
export function testDoors(app: App): void {
  const { onJwt, onDatabase } = testsOf(app);
  testCredentials(onJwt);
  testOpenId(onJwt);
  testEmail(onJwt);
  testDoubleClicks(onJwt);
  testBadInput(onJwt);
  testDatabaseSessions(onDatabase);
}

export type { App };
