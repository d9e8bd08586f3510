import { serveApp } from "shared/serve-app";
import { passwordOf } from "shared/users";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Engine, EngineBrowser, Tab, TabGroup } from "../../lab/engines/drivers/driver.ts";
import { letTimePass, until } from "../../lab/engines/until.ts";
import type { FrameworkApp } from "../suite/framework-app.ts";
import { apps } from "./apps.ts";
import * as inPage from "./in-page.ts";

/** A request too many may come late. */
const QUIET_MS = 300;

/** Visits each app in an engine, for which one browser is started. */
export function testEngine(engine: Engine): void {
  const missing = engine.missing();
  if (missing)
    console.error(`NOT RUN, and so not passed: frameworks in ${engine.name}. ${missing}`);

  describe.skipIf(missing)(`${engine.name}`, () => {
    let browser: EngineBrowser;
    beforeAll(async () => {
      browser = await engine.launch();
    });
    afterAll(() => browser?.close());

    test.each(apps)(
      "$name: two tabs agree, and a reload has its user from the server",
      async (app) => {
        // WebKit keeps the cookies of all apps together: by its secret, each reads only its own.
        const env = { AUTH_SECRET: `only-for-the-smoke-of-${app.name}` };
        const { url, stop } = await serveApp({ ...app, env });
        const group = await browser.openGroup();
        try {
          await visit(app, url, group);
        } finally {
          await group.close();
          await stop();
        }
      },
    );
  });
}

async function visit({ authPath }: FrameworkApp, url: string, group: TabGroup): Promise<void> {
  const complaints: (() => string[])[] = [];
  const open = async (path: string): Promise<Tab> => {
    const tab = await group.open("about:blank");
    if (tab.watchComplaints) complaints.push(tab.watchComplaints());
    await tab.goTo(url + path);
    await until("the page is hydrated", () => tab.evaluate(inPage.isHydrated));
    return tab;
  };

  const other = await open("/");
  const tab = await open("/auth/signin?callbackUrl=/profile");
  for (const each of [other, tab]) await untilShown(each, "unauthenticated");

  await until("there is a form", () => tab.evaluate(inPage.sendSignIn, "ada", passwordOf("ada")));
  for (const each of [other, tab]) await untilShown(each, "Ada Lovelace");
  // Firefox ends what a page fetches when it leaves, and Astro's router then loads its page itself.
  await until("the app has gone on", () => tab.evaluate(inPage.isAt, "/profile"));

  await tab.goTo(`${url}/profile`);
  await untilShown(tab, "Ada Lovelace");
  await letTimePass(QUIET_MS);
  expect(await tab.evaluate(inPage.countSessionRequests, authPath), "session requests").toBe(0);
  // Without a session of the server, the other tab would have told this one.
  expect(await tab.evaluate(inPage.isRenderedWith, "Ada Lovelace"), "the HTML").toBe(true);

  await other.evaluate(inPage.pressBadgeButton);
  for (const each of [tab, other]) await untilShown(each, "unauthenticated");
  expect(complaints.flatMap((read) => read())).toEqual([]);
}

function untilShown(tab: Tab, text: string): Promise<void> {
  return until(`a tab shows ${text}`, async () => {
    const shown = await tab.evaluate(inPage.readBadge);
    if (shown !== text) throw new Error(`it shows ${shown}`);
    return true;
  });
}
