import type { SessionSnapshot } from "../../../src/index.ts";
import type { ModelSession, Page } from "../page.ts";
import type { LawMaker } from "./law.ts";

function isEqual(a: ModelSession, b: ModelSession): boolean {
  return a.nickname === b.nickname && JSON.stringify(a.user) === JSON.stringify(b.user);
}

/** Law 6: what is equal but for its `expires` is the same object. */
export const equalIsSame: LawMaker = (_, accuse) => {
  const seen = new Map<Page, { snapshot: SessionSnapshot<ModelSession>; since: number }>();

  return {
    onLook(page, snapshot) {
      // What was shown while nobody looked, nobody has seen.
      const before = seen.get(page);
      const last = before?.since === page.changedAt ? before.snapshot : undefined;
      seen.set(page, { snapshot, since: page.changedAt });
      if (!last || last === snapshot) return;
      const isSameData =
        last.data && snapshot.data
          ? isEqual(last.data, snapshot.data)
          : last.data === snapshot.data;
      if (isSameData && last.data !== snapshot.data) {
        accuse(`page ${page.number} has another object for an equal session`);
      }
      if (isSameData && last.status === snapshot.status && last.error === snapshot.error) {
        accuse(`page ${page.number} has another snapshot of the same`);
      }
      if (!Object.isFrozen(snapshot)) accuse(`page ${page.number}'s snapshot is not frozen`);
    },
  };
};
