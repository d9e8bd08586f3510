import type { Lane } from "../mutations/create-serial-queue.ts";
import type { MutationPorts } from "../mutations/ports.ts";

/** How many turns the features have asked for. No two of them are equal. */
let turns = 0;

/**
 * Runs work in its turn. The serial queue runs equal requests once, so each turn has a number. The
 * empty text says that it is no sign-in with a provider.
 */
export function takeTurn<T>(
  { enqueue }: Pick<MutationPorts, "enqueue">,
  lane: Lane,
  work: () => Promise<T>,
): Promise<T> {
  turns += 1;
  return enqueue(lane, ["", turns], work);
}
