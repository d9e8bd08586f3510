import { ada } from "../../fixtures.ts";
import { disconnected, failing } from "../../server/faults.ts";
import { expectEqual } from "../expect.ts";
import type { RuleList } from "../rule.ts";
import { ADA, adasSession, NOBODY } from "../sessions.ts";

/** Rules for reads that fail. */
export const errors: RuleList = {
  async "a read that fails keeps the session, and shows the error until one succeeds"(scene) {
    const { app, client, consumers } = await scene.open({ session: adasSession() });
    scene.server.user = ada.user;
    scene.server.fault = failing(503);
    await scene.act(() => client.getSession());
    expectEqual("the text", app.texts(), [`${ADA} (http)`]);
    scene.server.fault = undefined;
    await scene.pass(5 * 60_000);
    expectEqual("what was rendered", consumers[0]?.history, [ADA, `${ADA} (http)`, ADA]);
  },

  async "a first read that fails shows nobody with the error, and recovers by itself"(scene) {
    scene.server.user = ada.user;
    scene.server.fault = disconnected();
    const { app, consumers } = await scene.open();
    await scene.pass(11_000);
    expectEqual("the text", app.texts(), [`${NOBODY} (network)`]);
    scene.server.fault = undefined;
    await scene.pass(5 * 60_000);
    expectEqual("what was rendered", consumers[0]?.history, [
      "loading",
      `${NOBODY} (network)`,
      ADA,
    ]);
  },

  async "a session that reaches its end is over"(scene) {
    const expires = new Date(scene.world.clock.wall() + 60_000).toISOString();
    const { app } = await scene.open({ session: { ...adasSession(), expires } });
    await scene.pass(30_000);
    expectEqual("the text before", app.texts(), [ADA]);
    await scene.pass(40_000);
    expectEqual("the text after", app.texts(), [NOBODY]);
  },
};
