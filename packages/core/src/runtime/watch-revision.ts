import type { Environment } from "../environment/environment.ts";

/**
 * Notes and compares the revision, which a tab changes when it changes the session. A page that was
 * suspended compares revisions. A different revision, or one that it cannot read, means that it may
 * have missed a change.
 *
 * @returns `note` for before the suspension, and `hasChanged` for after it; `hasChanged` returns
 *   `false` if nothing was noted since the last call
 */
export function watchRevision(
  environment: Environment,
  name: string,
): { note(): void; hasChanged(): boolean } {
  let noted: (string | null | undefined)[] = [];
  return {
    note() {
      noted = [environment.revision(name)];
    },
    hasChanged() {
      const current = environment.revision(name);
      const hasChanged = noted.length > 0 && (current === undefined || current !== noted[0]);
      noted = [];
      return hasChanged;
    },
  };
}
