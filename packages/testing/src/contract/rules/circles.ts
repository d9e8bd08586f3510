import type { Session, SessionClient } from "@sojourn/core";
import { ada, grace } from "../../fixtures.ts";
import type { AdapterUnderTest } from "../adapter.ts";
import { decorate, live, type Make, openCircle } from "../circle-page.ts";
import { expectAtMost, expectEqual } from "../expect.ts";
import { createPageClient, type PageOptions } from "../page.ts";
import type { RuleList } from "../rule.ts";
import type { Scene } from "../scene.ts";
import { ADA, adasSession, GRACE, NOBODY } from "../sessions.ts";

interface TwoClients {
  readonly source: SessionClient<Session>;
  readonly client: SessionClient<Session>;
}

/** Creates two clients in one tab. */
function createTwoClients({ world }: Scene, source: PageOptions, client: PageOptions): TwoClients {
  const tab = world.openTab({ url: "https://app.example/page" });
  return { source: createPageClient(tab, source), client: createPageClient(tab, client) };
}

/**
 * Rules for pages that change the session that they are shown, and hand it over, in each rendering.
 */
export function circleRules(mountCircle: NonNullable<AdapterUnderTest["mountCircle"]>): RuleList {
  /**
   * Opens a page that gets the session from one client, and hands it over to the same one or
   * another.
   */
  async function checkCircle(scene: Scene, two?: TwoClients): Promise<void> {
    scene.server.user = ada.user;
    const page = await openCircle(scene, mountCircle, decorate, two);
    const ask = async (): Promise<void> => {
      await scene.act(() => (two?.source ?? page.client).getSession());
      await live(scene, 60);
    };
    const expectReads = (when: string, most: number): void =>
      expectAtMost(`session requests ${when}`, scene.server.count("GET session"), most);

    await live(scene, 60);
    expectEqual("the text", page.app.texts(), [ADA]);
    expectEqual("whether it is the page's own", page.showsItsOwn(), false);
    expectReads("with the first read", 2);

    await ask();
    expectReads("after one more that brings no change", 3);

    scene.server.user = grace.user;
    await ask();
    expectEqual("the text after a change", page.app.texts(), [GRACE]);
    expectEqual("whether it is the page's own", page.showsItsOwn(), false);
    expectReads("after one more that brings a change", 5);
    page.expectFewRenderings();
  }

  return {
    "circles: what is made of the session in each rendering costs one request for each change": (
      scene,
    ) => checkCircle(scene),

    "circles: what is made of another client's session costs no more": (scene) =>
      checkCircle(scene, createTwoClients(scene, {}, {})),

    async "circles: a session that is another one in each rendering is asked about later and later"(
      scene,
    ) {
      scene.server.user = ada.user;
      const make: Make = (_, rendering) => ({
        ...adasSession(),
        user: { ...ada.user, isDecorated: rendering },
      });
      const page = await openCircle(scene, mountCircle, make, { session: adasSession() });
      await live(scene, 5);
      expectAtMost("session requests in 5 s", scene.server.count("GET session"), 5);
      await live(scene, 60);
      expectAtMost("session requests in 65 s", scene.server.count("GET session"), 6);
      expectEqual("the text", page.app.texts(), [ADA]);
      expectEqual("whether it is the page's own", page.showsItsOwn(), false);
      page.expectFewRenderings();
    },

    async "circles: a real change is shown at once, and confirmed with one request"(scene) {
      // The page's client gets the change only from the page.
      const other = scene.serve({ basePath: "/other", user: ada.user });
      scene.server.user = ada.user;
      const two = createTwoClients(scene, { basePath: "/other" }, { session: adasSession() });
      const page = await openCircle(scene, mountCircle, decorate, two);
      await live(scene, 10);
      expectEqual("the text", page.app.texts(), [ADA]);
      const before = scene.server.count("GET session");

      other.user = scene.server.user = grace.user;
      await scene.act(() => two.source.getSession());
      expectEqual("the text before the answer", page.app.texts(), [GRACE]);
      expectEqual("whether it is the page's own", page.showsItsOwn(), true);
      await live(scene, 60);
      expectEqual("the text after the answer", page.app.texts(), [GRACE]);
      expectEqual("whether it is the page's own", page.showsItsOwn(), false);
      expectEqual("session requests", scene.server.count("GET session") - before, 1);

      other.user = scene.server.user = null;
      await scene.act(() => two.source.getSession());
      await live(scene, 60);
      expectEqual("the text after a sign-out", page.app.texts(), [NOBODY]);
      expectEqual("session requests", scene.server.count("GET session") - before, 2);
      page.expectFewRenderings();
    },
  };
}
