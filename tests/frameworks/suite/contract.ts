import type { Browser } from "@playwright/test";
import type { ProviderFlowTest } from "provider-flows";
import { frameworkContract } from "@sojourn/testing/adapter-contract";
import { users } from "shared/users";
import { openContractBrowser } from "./contract-browser.ts";
import type { FrameworkApp } from "./framework-app.ts";

const [ada, grace] = users as [(typeof users)[0], (typeof users)[0]];

/** Registers the rules of the contract, as tests in this browser. */
export function testContract(test: ProviderFlowTest, app: FrameworkApp): void {
  // Playwright has a browser only while a test runs.
  let running: { browser: Browser; url: string } | undefined;
  const current = () => {
    if (!running) throw new Error("A rule runs in a test.");
    return running;
  };

  const rules = frameworkContract({
    pages: {
      session: "/profile",
      rendered: "/server",
      streamed: app.streams ? "/streamed" : undefined,
    },
    users: [ada.name, grace.name],
    fetch: (path, init) => fetch(new URL(path, current().url), init),
    openBrowser: () => openContractBrowser(current().browser, current().url, app.authPath),
    quietMs: 300,
  });

  for (const { name, run } of rules) {
    test(name, async ({ browser, jwtUrl }) => {
      running = { browser, url: jwtUrl };
      await run();
    });
  }
}
