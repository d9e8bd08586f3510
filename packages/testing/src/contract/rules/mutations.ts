import { ada } from "../../fixtures.ts";
import { expectEqual } from "../expect.ts";
import type { RuleList } from "../rule.ts";
import { ADA, adasSession, GRACE, NOBODY } from "../sessions.ts";

const byPassword = (username: string, password: string) =>
  ({ username, password, redirect: false }) as const;

/** Rules for update, sign-in and sign-out. */
export const mutations: RuleList = {
  async "update: shows the new session everywhere, and is never loading"(scene) {
    scene.server.user = ada.user;
    const { app, consumers } = await scene.open({ session: adasSession(), consumers: [{}, {}] });
    await scene.act(() => consumers[0]?.session().update({ name: "Countess" }) ?? Promise.reject());
    expectEqual("the texts", app.texts(), ["authenticated Countess", "authenticated Countess"]);
    expectEqual("what was rendered", consumers[1]?.history, [ADA, "authenticated Countess"]);
    expectEqual("updates posted", scene.server.count("POST session"), 1);
  },

  async "update: is always the same function"(scene) {
    const { client, consumers } = await scene.open({ session: adasSession() });
    const before = consumers[0]?.session().update;
    await scene.act(async () => client.hydrate(null));
    expectEqual("whether it is the same", consumers[0]?.session().update === before, true);
  },

  async "useSessionClient: gives the client of the page"(scene) {
    const { client, consumers } = await scene.open({ session: null });
    expectEqual("whether it is the same", consumers[0]?.client() === client, true);
  },

  async "sign-in: is shown in all components, without a page load"(scene) {
    const { app, consumers, tab } = await scene.open({ session: null, consumers: [{}, {}] });
    await scene.act(async () => {
      await consumers[0]?.client()?.signIn("credentials", byPassword("grace", "hopper"));
    });
    expectEqual("the texts", app.texts(), [GRACE, GRACE]);
    expectEqual("session requests", scene.server.count("GET session"), 1);
    expectEqual("where it went", tab.navigations, []);
  },

  async "sign-in: shows nobody still after a wrong password"(scene) {
    const { app, consumers } = await scene.open({ session: null });
    await scene.act(async () => {
      await consumers[0]?.client()?.signIn("credentials", byPassword("grace", "lovelace"));
    });
    expectEqual("the text", app.texts(), [NOBODY]);
    expectEqual("what was rendered", consumers[0]?.history, [NOBODY]);
  },

  async "sign-out: is shown in all components, without a page load"(scene) {
    scene.server.user = ada.user;
    const { app, consumers, tab } = await scene.open({
      session: adasSession(),
      consumers: [{}, {}],
    });
    await scene.act(async () => {
      await consumers[0]?.client()?.signOut({ redirect: false });
    });
    expectEqual("the texts", app.texts(), [NOBODY, NOBODY]);
    expectEqual("what was rendered", consumers[1]?.history, [ADA, NOBODY]);
    expectEqual("where it went", tab.navigations, []);
  },
};
