import type { Environment } from "../environment/environment.ts";

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
