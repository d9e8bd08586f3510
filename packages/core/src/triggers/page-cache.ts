import type { Environment, Stop } from "../environment/environment.ts";

/**
 * Watches the back/forward cache. A tab that changes the session leaves a mark; a page that finds
 * another mark than it left, or that cannot tell, may show a user who is gone.
 *
 * @param onRestore is told whether another tab may have changed the session meanwhile
 */
export function watchPageCache(
  environment: Environment,
  markName: string,
  onHide: () => void,
  onRestore: (mayBeOutdated: boolean) => void,
): Stop {
  let markAtHide: string | null | undefined;
  return environment.onPageLifecycle(
    () => {
      markAtHide = environment.mark(markName);
      onHide();
    },
    () => {
      const mark = environment.mark(markName);
      onRestore(mark === undefined || mark !== markAtHide);
    },
  );
}
