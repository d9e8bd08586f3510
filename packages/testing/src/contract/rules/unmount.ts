import { ada, grace } from "../../fixtures.ts";
import { hanging } from "../../server/faults.ts";
import { expectEqual, expectSome } from "../expect.ts";
import { createPageClient, type Page } from "../page.ts";
import type { RuleList } from "../rule.ts";
import type { Scene } from "../scene.ts";
import { adasSession, GRACE } from "../sessions.ts";

/** Longer than a client runs after its last subscriber has left. */
const LINGER_MS = 5000;

function countResources({ world }: Scene, { tab }: Page): Record<string, number> {
  return {
    channels: world.hub.channelCount(),
    listeners: tab.listenerCount(),
    locks: world.hub.lockCount(),
    timers: world.clock.pendingTimers(),
  };
}

const nothing = { channels: 0, listeners: 0, locks: 0, timers: 0 };
const everyKind = [{}, { select: () => "" }, { required: true, onUnauthenticated() {} }];

/** Rules for what is left after components have unmounted. */
export const unmount: RuleList = {
  async "unmount: releases every channel, listener, lock and timer"(scene) {
    scene.server.user = ada.user;
    const page = await scene.open({ refetchInterval: 60, consumers: everyKind });
    await scene.pass(LINGER_MS);
    const { channels, listeners, timers } = countResources(scene, page);
    expectSome("channels while it is mounted", channels ?? 0);
    expectSome("listeners while it is mounted", listeners ?? 0);
    expectSome("timers while it is mounted", timers ?? 0);
    await scene.close(page);
    await scene.pass(LINGER_MS);
    expectEqual("what is left", countResources(scene, page), nothing);
    await scene.pass(10 * 60_000);
    expectEqual("session requests", scene.server.count("GET session"), 1);
  },

  async "unmount: gives up the first read"(scene) {
    scene.server.fault = hanging();
    const page = await scene.open();
    await scene.pass(100);
    expectEqual("session requests", scene.server.count("GET session"), 1);
    await scene.close(page);
    await scene.pass(LINGER_MS);
    expectEqual("whether it was aborted", scene.server.requests[0]?.signal.aborted, true);
    expectEqual("what is left", countResources(scene, page), nothing);
  },

  async "unmount: 100 mounts leave no more behind than one"(scene) {
    const page = await scene.open({ session: adasSession(), refetchInterval: 60 });
    await scene.pass(LINGER_MS);
    const afterOne = countResources(scene, page);
    for (let nth = 0; nth < 100; nth += 1) {
      await scene.close(await scene.open({ client: page.client, consumers: everyKind }));
    }
    await scene.pass(LINGER_MS);
    expectEqual("what is alive", countResources(scene, page), afterOne);
    await scene.close(page);
    await scene.pass(LINGER_MS);
    expectEqual("what is left", countResources(scene, page), nothing);
  },

  async "unmount: nothing is asked again by a page that is mounted anew at once"(scene) {
    scene.server.user = ada.user;
    const page = await scene.open();
    await scene.pass(100);
    await scene.close(page);
    await scene.open({ client: page.client });
    await scene.pass(LINGER_MS);
    expectEqual("session requests", scene.server.count("GET session"), 1);
  },

  async "unmount: a page that comes next, with a client of its own, asks its own server"(scene) {
    scene.server.user = ada.user;
    const page = await scene.open();
    await scene.pass(1000);
    await scene.close(page);
    // This is as in the next test of a file, where another server answers at the same address.
    scene.server.user = grace.user;
    const client = createPageClient(page.tab, {});
    const { app, consumers } = await scene.open({ client });
    await scene.pass(LINGER_MS);
    expectEqual("the text", app.texts(), [GRACE]);
    expectEqual("what was rendered", consumers[0]?.history, ["loading", GRACE]);
    expectEqual("session requests", scene.server.count("GET session"), 2);
  },
};
