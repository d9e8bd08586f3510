import { ada } from "../../fixtures.ts";
import { expectEqual } from "../expect.ts";
import type { RuleList } from "../rule.ts";
import { ADA, adasSession, GRACE, gracesSession, NOBODY } from "../sessions.ts";

/** Rules for changes by other tabs, and by other clients. */
export const tabs: RuleList = {
  async "a sign-in in another tab is shown, and both ask once"(scene) {
    const here = await scene.open({ session: null });
    const there = await scene.open({ session: null });
    await scene.pass(1000);
    const options = { username: "ada", password: "lovelace", redirect: false } as const;
    await scene.act(() => there.client.signIn("credentials", options));
    await scene.pass(100);
    expectEqual(
      "the texts",
      [here, there].flatMap(({ app }) => app.texts()),
      [ADA, ADA],
    );
    expectEqual("session requests", scene.server.count("GET session"), 1);
  },

  async "a sign-out in another tab is shown"(scene) {
    scene.server.user = ada.user;
    const here = await scene.open({ session: adasSession() });
    const there = await scene.open({ session: adasSession() });
    await scene.pass(1000);
    await scene.act(() => there.client.signOut({ redirect: false }));
    await scene.pass(100);
    expectEqual(
      "the texts",
      [here, there].flatMap(({ app }) => app.texts()),
      [NOBODY, NOBODY],
    );
  },

  async "another user who signs in in another tab replaces the session in one step"(scene) {
    scene.server.user = ada.user;
    const here = await scene.open({ session: adasSession() });
    const there = await scene.open({ session: adasSession() });
    await scene.pass(1000);
    const options = { username: "grace", password: "hopper", redirect: false } as const;
    await scene.act(() => there.client.signIn("credentials", options));
    await scene.pass(100);
    expectEqual("what was rendered", here.consumers[0]?.history, [ADA, GRACE]);
  },

  async "clients of different servers keep apart on one page"(scene) {
    const other = scene.serve({ basePath: "/other" });
    scene.server.user = ada.user;
    const one = await scene.open({ session: adasSession() });
    const two = await scene.open({ session: gracesSession(), basePath: "/other" });
    await scene.pass(1000);
    await scene.act(() => one.client.signOut({ redirect: false }));
    await scene.pass(100);
    expectEqual("the first", one.app.texts(), [NOBODY]);
    expectEqual("the second", two.app.texts(), [GRACE]);
    expectEqual("requests to the second", other.requests.length, 0);
  },

  async "one client is shown by two apps, and one of them may go"(scene) {
    scene.server.user = ada.user;
    const one = await scene.open();
    const two = await scene.open({ client: one.client });
    await scene.pass(1000);
    expectEqual(
      "the texts",
      [one, two].flatMap(({ app }) => app.texts()),
      [ADA, ADA],
    );
    expectEqual("session requests", scene.server.count("GET session"), 1);
    await scene.close(one);
    await scene.pass(5000);
    await scene.act(() => two.client.signOut({ redirect: false }));
    expectEqual("the text", two.app.texts(), [NOBODY]);
  },
};
