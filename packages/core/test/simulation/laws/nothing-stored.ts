import { people } from "../server/people.ts";
import type { LawMaker } from "./law.ts";

const telling = new RegExp(
  [
    ...people.flatMap(({ id, name, email }) => [id, name, email]),
    '"user"',
    'expires"',
    "jwt\\.",
    "row\\.",
  ].join("|"),
);

/** Law 5: nothing of a session is in storage. */
export const nothingIsStored: LawMaker = (browser, accuse) => ({
  afterPause() {
    for (const [key, value] of browser.world.hub.storage) {
      if (telling.test(key + value)) accuse(`storage holds ${key}: ${value}`);
    }
  },
});
