import { expectEqual } from "../contract/expect.ts";
import type { FrameworkTab, ShownUser } from "./framework.ts";
import { nameOf } from "./framework-scene.ts";

/** @throws Error unless the tab has shown these users, one after the other, and no others */
export async function expectShown(tab: FrameworkTab, users: readonly ShownUser[]): Promise<void> {
  const shown = await tab.shownUsers();
  expectEqual("what the tab has shown", shown.map(nameOf), users.map(nameOf));
}

/** @throws Error if the tab has complained, or has asked for the session */
export async function expectSilence(tab: FrameworkTab): Promise<void> {
  expectEqual("warnings and errors", await tab.complaints(), []);
  expectEqual("session requests", await tab.sessionRequests(), 0);
}
