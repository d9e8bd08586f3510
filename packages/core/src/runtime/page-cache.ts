import type { Environment, Stop } from "../environment/environment.ts";

/**
 * Notes the mark that a tab leaves when it changes the session. Who was deaf for a while, and finds
 * another mark than before, or cannot tell, may have missed something.
 *
 * @returns `note` before, and `hasMoved` after; `hasMoved` is `false` where nothing was noted since
 */
export function watchRevision(
  environment: Environment,
  name: string,
): { note(): void; hasMoved(): boolean } {
  let noted: (string | null | undefined)[] = [];
  return {
    note() {
      noted = [environment.revision(name)];
    },
    hasMoved() {
      const mark = environment.revision(name);
      const hasMoved = noted.length > 0 && (mark === undefined || mark !== noted[0]);
      noted = [];
      return hasMoved;
    },
  };
}

/**
 * Watches the back/forward cache.
 *
 * @param onRestore is told whether another tab may have changed the session meanwhile
 */
export function watchPageCache(
  environment: Environment,
  markName: string,
  onHide: () => void,
  onRestore: (mayBeOutdated: boolean) => void,
): Stop {
  const mark = watchRevision(environment, markName);
  return environment.onPageLifecycle(
    () => {
      mark.note();
      onHide();
    },
    () => onRestore(mark.hasMoved()),
  );
}
