import type { Environment } from "../../environment/environment.ts";

/**
 * No revision of a client is longer. A storage that is full lets a text replace one that is not
 * shorter, so a sign-out can change the revision also then.
 */
const LONGEST_REVISION = 24;

/** Changes the revision, so that nothing that is kept, or about to be kept, is valid any more. */
export function changeRevision(
  environment: Pick<Environment, "random" | "revision">,
  name: string,
): string | undefined {
  const next = String(environment.random()).padEnd(LONGEST_REVISION, "0");
  return environment.revision(name, next) === next ? next : undefined;
}

/**
 * Returns a revision that each later sign-out can replace. It changes the one that is there if it
 * has to.
 *
 * @returns `undefined` if none can be stored
 */
export function toReplaceableRevision(
  environment: Pick<Environment, "random" | "revision">,
  name: string,
): string | undefined {
  const revision = environment.revision(name);
  if (revision && revision.length >= LONGEST_REVISION) return revision;
  return changeRevision(environment, name);
}
