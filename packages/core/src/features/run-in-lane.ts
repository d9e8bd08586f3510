import type { Lane } from "../mutations/create-serial-queue.ts";
import type { MutationPorts } from "../mutations/ports.ts";

/** How often the features have enqueued work. No two of these requests are equal. */
let requests = 0;

/**
 * Runs work in a lane of the serial queue. The queue runs equal requests once, so each request has a
 * number. The empty text says that it is no sign-in with a provider.
 */
export function runInLane<T>(
  { enqueue }: Pick<MutationPorts, "enqueue">,
  lane: Lane,
  work: () => Promise<T>,
): Promise<T> {
  requests += 1;
  return enqueue(lane, ["", requests], work);
}
