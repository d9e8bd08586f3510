import { createSessionClient, type Session } from "@sojourn/core";
import { ada, grace } from "../../fixtures.ts";
import { hanging } from "../../server/faults.ts";
import { expectEqual } from "../expect.ts";
import type { RuleList } from "../rule.ts";
import { ADA, adasSession, GRACE, gracesSession, NOBODY } from "../sessions.ts";
import { watchEnvironment } from "../watch-environment.ts";
import { watchGlobals } from "../watch-globals.ts";

/** Rules for what is shown of the session, and from when on. */
export const states: RuleList = {
  async "shows loading until the server has answered, and then the session"(scene) {
    scene.server.user = ada.user;
    const { app, consumers } = await scene.open();
    await scene.pass(1000);
    expectEqual("the text", app.texts(), [ADA]);
    expectEqual("what was rendered", consumers[0]?.history, ["loading", ADA]);
  },

  async "shows nobody, with null for data, once the server says so"(scene) {
    const { app, consumers } = await scene.open();
    await scene.pass(1000);
    expectEqual("the text", app.texts(), [NOBODY]);
    expectEqual("what was rendered", consumers[0]?.history, ["loading", NOBODY]);
  },

  async "asks the server once for all components"(scene) {
    scene.server.user = ada.user;
    const { app } = await scene.open({ consumers: [{}, {}, {}] });
    await scene.pass(1000);
    expectEqual("the texts", app.texts(), [ADA, ADA, ADA]);
    expectEqual("session requests", scene.server.count("GET session"), 1);
  },

  async "shows a given session from the first rendering on, without a request"(scene) {
    const { app, consumers } = await scene.open({ session: adasSession() });
    await scene.pass(1000);
    expectEqual("the text", app.texts(), [ADA]);
    expectEqual("what was rendered", consumers[0]?.history, [ADA]);
    expectEqual("requests", scene.server.requests.length, 0);
  },

  async "shows a given nobody from the first rendering on, without a request"(scene) {
    const { app, consumers } = await scene.open({ session: null });
    await scene.pass(1000);
    expectEqual("the text", app.texts(), [NOBODY]);
    expectEqual("what was rendered", consumers[0]?.history, [NOBODY]);
    expectEqual("requests", scene.server.requests.length, 0);
  },

  async "shows a session that is passed with the app's own client, without a request"(scene) {
    const { app } = await scene.open({ beside: adasSession() });
    await scene.pass(1000);
    expectEqual("the text", app.texts(), [ADA]);
    expectEqual("requests", scene.server.requests.length, 0);
  },

  async "uses nothing of the environment before the first subscriber"(scene) {
    const { environment } = scene.world.openTab();
    const uses = new Set<string>();
    const stops = [watchGlobals((what) => void uses.add(what))];
    const watched = watchEnvironment(environment, (what) => stops.length && uses.add(what));
    const created = createSessionClient<Session>({ environment: watched });
    const subscribe = (listener: () => void): (() => void) => {
      for (const stop of stops.splice(0)) stop();
      return created.subscribe(listener);
    };
    const { app } = await scene
      .open({ client: { ...created, subscribe }, consumers: [{}, { select: () => "" }] })
      .finally(() => stops[0]?.());
    expectEqual("what was used", [...uses], []);
    await scene.pass(1000);
    expectEqual("the texts after", app.texts(), [NOBODY, NOBODY]);
  },

  async "shows what is done to the client elsewhere"(scene) {
    const { app, client, consumers } = await scene.open({ session: adasSession() });
    scene.server.user = grace.user;
    await scene.act(async () => client.hydrate(gracesSession()));
    expectEqual("the text", app.texts(), [GRACE]);
    expectEqual("what was rendered", consumers[0]?.history, [ADA, GRACE]);
  },

  async "shows what has happened between the first rendering and the subscription"(scene) {
    const { client } = await scene.open({ session: adasSession(), consumers: [] });
    // There is another subscriber, and no answer, so the subscription alone changes nothing.
    scene.server.fault = hanging();
    const stop = client.subscribe(() => {});
    const onFirstRender = (): void => client.hydrate(gracesSession());
    const { app, consumers } = await scene.open({ client, onFirstRender });
    await scene.pass(1000);
    stop();
    expectEqual("the text", app.texts(), [GRACE]);
    expectEqual("what was rendered", consumers[0]?.history, [ADA, GRACE]);
  },
};
