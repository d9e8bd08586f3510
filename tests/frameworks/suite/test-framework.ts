import { testExpiryOnTime, testThreeTabs, testUpdateEverywhere } from "shared/e2e";
import { testLinkByMail, testOpenIdReturn, testSessionInDatabase } from "provider-flows";
import { testCallbackUrl } from "./callback-url.ts";
import { testContract } from "./contract.ts";
import { testsOfFramework } from "./fixtures.ts";
import type { FrameworkApp } from "./framework-app.ts";
import { testProtectedPage } from "./protected-page.ts";

/**
 * Registers the tests of an app of a framework that renders on a server: the contract for frameworks,
 * and one test for each of the flows that all apps have in common.
 */
export function testFramework(app: FrameworkApp): void {
  const { onJwt, onDatabase, onBriefSessions } = testsOfFramework(app);
  const session = {
    name: app.name,
    others: ["/profile", "/server"],
    publicPage: "/server",
    hasRouter: true,
    rendersSession: true,
  } as const;

  onJwt.describe(`${app.name} keeps the contract for frameworks:`, () => testContract(onJwt, app));
  testThreeTabs(onJwt, session);
  testUpdateEverywhere(onJwt, session);
  testProtectedPage(onJwt);
  testCallbackUrl(onJwt);
  testOpenIdReturn(onJwt);
  testLinkByMail(onJwt);
  testSessionInDatabase(onDatabase);
  testExpiryOnTime(onBriefSessions, session);
}

export type { FrameworkApp };
