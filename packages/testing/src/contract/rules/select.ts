import type { Session } from "@sojourn/core";
import { ada, grace } from "../../fixtures.ts";
import { expectEqual, expectSome } from "../expect.ts";
import type { RuleList } from "../rule.ts";
import { ADA, adasSession } from "../sessions.ts";

const selectMail = ({ user }: Session): string => String(user?.email);

class Badge {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  toString(): string {
    return this.name;
  }
}

/** Results of `select` that never equal each other. */
const uncomparable: ((session: Session) => unknown)[] = [
  (session) => () => session,
  ({ user }) => new Badge(String(user?.name)),
  ({ user }) => ({ user: { ...user, greet: () => user?.name } }),
];

/** Rules for `select`, and for when components render. */
export const select: RuleList = {
  async "select: shows what was selected"(scene) {
    scene.server.user = ada.user;
    const { app, consumers } = await scene.open({ consumers: [{ select: selectMail }] });
    await scene.pass(1000);
    expectEqual("the text", app.texts(), ["authenticated ada@example.com"]);
    expectEqual("what was rendered", consumers[0]?.history, [
      "loading",
      "authenticated ada@example.com",
    ]);
  },

  async "select: renders when the selection changes, and not for the rest of the session"(scene) {
    scene.server.user = ada.user;
    const { app, client, consumers } = await scene.open({
      consumers: [{ select: selectMail }, {}],
    });
    await scene.pass(1000);
    const [selecting, whole] = consumers;
    const before = [selecting, whole].map((it) => it?.renders() ?? 0);

    scene.server.user = { ...ada.user, name: "Countess" };
    await scene.act(() => client.getSession());
    const mail = "authenticated ada@example.com";
    expectEqual("the texts", app.texts(), [mail, "authenticated Countess"]);
    expectEqual("renderings of the one that selects", selecting?.renders(), before[0]);
    expectSome("renderings of the other", (whole?.renders() ?? 0) - (before[1] ?? 0));

    scene.server.user = { ...ada.user, email: "countess@example.com" };
    await scene.act(() => client.getSession());
    expectEqual("the texts", app.texts(), ["authenticated countess@example.com", ADA]);
  },

  async "renders nothing for an answer that changes nothing"(scene) {
    scene.server.user = grace.user;
    const { client, consumers } = await scene.open({ consumers: [{}, { select: selectMail }] });
    await scene.pass(1000);
    const before = consumers.map((it) => it.renders());
    for (let round = 0; round < 3; round += 1) {
      await scene.pass(10_000);
      await scene.act(() => client.getSession());
    }
    expectEqual("session requests", scene.server.count("GET session"), 4);
    expectEqual(
      "renderings",
      consumers.map((it) => it.renders()),
      before,
    );
  },

  async "gives the same session object as long as nothing changes"(scene) {
    const { client, consumers } = await scene.open({ session: adasSession(), consumers: [{}] });
    const before = consumers[0]?.session().data;
    scene.server.user = ada.user;
    await scene.act(() => client.getSession());
    expectEqual("whether it is the same", consumers[0]?.session().data === before, true);
  },

  async "select: makes what cannot be compared once for each session"(scene) {
    const consumers = uncomparable.flatMap((make) => [
      { select: make },
      {
        // It is a new function in each rendering, if the framework runs the component in each.
        get select() {
          return (session: Session) => make(session);
        },
      },
    ]);
    scene.server.user = ada.user;
    const page = await scene.open({ session: adasSession(), consumers: [{}, ...consumers] });
    await scene.pass(1000);
    const renders = (): number[] => page.consumers.map((it) => it.renders());
    const values = (): unknown[] => page.consumers.map((it) => it.session().data);
    const [before, valuesBefore] = [renders(), values()];
    for (let round = 0; round < 3; round += 1) {
      await scene.pass(10_000);
      await scene.act(() => page.client.getSession());
    }
    expectEqual("renderings for the same session", renders(), before);

    scene.server.user = { ...ada.user, name: "Countess" };
    await scene.act(() => page.client.getSession());
    expectEqual(
      "the texts",
      page.app.texts(),
      before.map(() => "authenticated Countess"),
    );
    const [ofPlain = 0] = renders();
    const once = before.map((it) => it + ofPlain - (before[0] ?? 0));
    expectEqual("renderings after one change", renders(), once);
    const isNew = values().map((it, index) => it !== valuesBefore[index]);
    expectEqual(
      "whether it is another value",
      isNew,
      before.map(() => true),
    );
  },
};
