import { ada } from "../../fixtures.ts";
import { failing } from "../../server/faults.ts";
import { expectEqual } from "../expect.ts";
import type { RuleList } from "../rule.ts";
import { ADA, adasSession, NOBODY, WAITING } from "../sessions.ts";

const signInPage =
  "https://app.example/api/auth/signin?error=SessionRequired&callbackUrl=https%3A%2F%2Fapp.example%2Fpage";

/** Rules for `required` and `onUnauthenticated`. */
export const required: RuleList = {
  async "required: stays loading without a session, and goes to the sign-in page once"(scene) {
    const { app, consumers, tab } = await scene.open({ consumers: [{ required: true }] });
    await scene.pass(60_000);
    expectEqual("the text", app.texts(), [WAITING]);
    expectEqual("what was rendered", consumers[0]?.history, ["loading", WAITING]);
    expectEqual("where it went", tab.navigations, [signInPage]);
  },

  async "required: shows the session, and sends nobody away who is signed in"(scene) {
    scene.server.user = ada.user;
    const { app, tab } = await scene.open({ consumers: [{ required: true }] });
    await scene.pass(60_000);
    expectEqual("the text", app.texts(), [ADA]);
    expectEqual("where it went", tab.navigations, []);
  },

  async "onUnauthenticated: is called in place of that, once for each time nobody is signed in"(
    scene,
  ) {
    let calls = 0;
    const onUnauthenticated = (): void => void (calls += 1);
    const { app, client, tab } = await scene.open({
      session: null,
      consumers: [{ required: true, onUnauthenticated }],
    });
    await scene.pass(1000);
    expectEqual("calls at first", calls, 1);
    scene.server.user = ada.user;
    await scene.act(async () => client.hydrate(adasSession()));
    expectEqual("the text", app.texts(), [ADA]);
    scene.server.user = null;
    await scene.act(async () => client.hydrate(null));
    await scene.pass(1000);
    expectEqual("the text", app.texts(), [WAITING]);
    expectEqual("calls after another sign-out", calls, 2);
    expectEqual("where it went", tab.navigations, []);
  },

  async "required: sends nobody away as long as the server has not said who is there"(scene) {
    scene.server.fault = failing(500);
    const { app, tab } = await scene.open({ consumers: [{ required: true }] });
    await scene.pass(60_000);
    expectEqual("the text", app.texts(), ["loading (http)"]);
    expectEqual("where it went", tab.navigations, []);
  },

  async "onUnauthenticated: is not called any more after the component has gone"(scene) {
    let calls = 0;
    const onUnauthenticated = (): void => void (calls += 1);
    const page = await scene.open({
      session: adasSession(),
      consumers: [{ required: true, onUnauthenticated }],
    });
    const other = await scene.open({ client: page.client });
    await scene.close(page);
    await scene.act(async () => other.client.hydrate(null));
    expectEqual("the text of the other page", other.app.texts(), [NOBODY]);
    expectEqual("calls", calls, 0);
  },
};
