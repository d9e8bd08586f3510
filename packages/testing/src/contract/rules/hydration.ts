import { ada, grace } from "../../fixtures.ts";
import type { ContractApp, MountedApp, ServerUnderTest } from "../adapter.ts";
import { expectEqual } from "../expect.ts";
import type { RuleList } from "../rule.ts";
import { ADA, adasSession, GRACE, gracesSession, NOBODY } from "../sessions.ts";
import { captureOutput } from "../watch-rendering.ts";

/** Rules for the hydration of a page that a server has rendered. */
export function hydrationRules({ render, hydrate }: ServerUnderTest): RuleList {
  const consumers = [{}];

  /** Hydrates a page, and checks that the framework reports no difference. */
  const hydrateCleanly =
    (html: string) =>
    async (app: ContractApp): Promise<MountedApp> => {
      const { result, logs } = await captureOutput(() => hydrate(html, app));
      expectEqual("logs", logs, []);
      return result;
    };

  return {
    async "hydration: takes over a session without a mismatch and without a request"(scene) {
      const html = await render({ session: adasSession(), consumers });
      const page = await scene.openWith(hydrateCleanly(html), { session: adasSession() });
      await scene.pass(60_000);
      expectEqual("the text", page.app.texts(), [ADA]);
      expectEqual("what was rendered", page.consumers[0]?.history, [ADA]);
      expectEqual("requests", scene.server.requests.length, 0);
    },

    async "hydration: takes over nobody without a mismatch and without a request"(scene) {
      const html = await render({ session: null, consumers });
      const page = await scene.openWith(hydrateCleanly(html), { session: null });
      await scene.pass(60_000);
      expectEqual("the text", page.app.texts(), [NOBODY]);
      expectEqual("requests", scene.server.requests.length, 0);
    },

    async "hydration: takes over a page without a session, and then shows it"(scene) {
      scene.server.user = ada.user;
      const html = await render({ session: undefined, consumers });
      const page = await scene.openWith(hydrateCleanly(html));
      await scene.pass(1000);
      expectEqual("the text", page.app.texts(), [ADA]);
      expectEqual("what was rendered", page.consumers[0]?.history, ["loading", ADA]);
      expectEqual("session requests", scene.server.count("GET session"), 1);
    },

    async "hydration: takes over what the server has rendered, though the session has changed since"(
      scene,
    ) {
      scene.server.user = grace.user;
      const html = await render({ session: adasSession(), consumers });
      const page = await scene.openWith(
        (app) => {
          app.client.hydrate(gracesSession());
          return hydrateCleanly(html)(app);
        },
        { session: adasSession() },
      );
      await scene.pass(1000);
      expectEqual("the text", page.app.texts(), [GRACE]);
      expectEqual("what was rendered", page.consumers[0]?.history, [ADA, GRACE]);
    },

    async "hydration: takes over a session that is passed with the app's own client"(scene) {
      const session = adasSession();
      const html = await render({ session, hasOwnClient: true, consumers });
      const page = await scene.openWith(hydrateCleanly(html), { beside: adasSession() });
      await scene.pass(60_000);
      expectEqual("the text", page.app.texts(), [ADA]);
      expectEqual("what was rendered", page.consumers[0]?.history, [ADA]);
      expectEqual("requests", scene.server.requests.length, 0);
    },
  };
}
