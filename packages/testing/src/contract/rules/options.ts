import type { Session } from "@sojourn/core";
import { ada } from "../../fixtures.ts";
import { failing } from "../../server/faults.ts";
import type { ConsumerOptions } from "../adapter.ts";
import { expectEqual } from "../expect.ts";
import type { RuleList } from "../rule.ts";
import { ADA, WAITING } from "../sessions.ts";

/** Rules for options that are new objects in each rendering. */
export const options: RuleList = {
  async "options made anew in each rendering cause no more renderings, calls and requests"(scene) {
    const calls = { made: 0, kept: 0 };
    const makeOptions = (kind: keyof typeof calls) => ({
      required: true,
      select: ({ user }: Session) => ({ user: { ...user } }),
      onUnauthenticated: () => void (calls[kind] += 1),
    });
    const made: ConsumerOptions = {
      required: true,
      get select() {
        return makeOptions("made").select;
      },
      get onUnauthenticated() {
        return makeOptions("made").onUnauthenticated;
      },
    };
    scene.server.user = ada.user;
    const page = await scene.open({ consumers: [made, makeOptions("kept")] });
    await scene.pass(1000);
    const ask = (): Promise<void> => scene.act(() => page.client.getSession());
    const values = (): unknown[] => page.consumers.map((it) => it.session().data);
    const before = values();

    // An error appears and disappears, so all components render again with the same session.
    scene.server.fault = failing(503);
    await ask();
    scene.server.fault = undefined;
    await ask();
    expectEqual("the texts", page.app.texts(), [ADA, ADA]);
    const isKept = values().map((it, index) => it === before[index]);
    expectEqual("whether what is selected is the same", isKept, [true, true]);

    scene.server.user = null;
    await ask();
    scene.server.fault = failing(503);
    await ask();
    const waiting = `${WAITING} (http)`;
    expectEqual("the texts after a sign-out", page.app.texts(), [waiting, waiting]);
    expectEqual("calls of onUnauthenticated", calls, { made: 1, kept: 1 });
    const [renderings, most] = page.consumers.map((it) => it.renders());
    expectEqual("renderings", renderings, most);
    expectEqual("session requests", scene.server.count("GET session"), 5);
  },
};
