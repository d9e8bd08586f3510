import type { Lane, SerialQueue } from "../mutations/create-serial-queue.ts";
import type { MutationPorts } from "../mutations/ports.ts";
import { runInLane } from "./run-in-lane.ts";

/** The outcomes of what runs or waits. */
type Outcomes = Set<Promise<unknown>>;

// All copies of a store share its ports, so these are the keys.
const watched = new WeakMap<MutationPorts, Record<Lane, Outcomes>>();

/**
 * Returns the outcomes of the work in a lane that runs or waits. The set follows the queue. Code that
 * waits for them adds nothing to the lane, so that a double click stays one request.
 */
export function workOfLane(ports: MutationPorts, lane: Lane): ReadonlySet<Promise<unknown>> {
  return (watched.get(ports) ?? watchLanes(ports))[lane];
}

function watchLanes(ports: MutationPorts): Record<Lane, Outcomes> {
  const outcomes: Record<Lane, Outcomes> = {
    mutation: new Set(),
    ceremony: new Set(),
    popup: new Set(),
  };
  // The ports are read-only for mutations. They are one object for all copies of the store, so
  // all work passes through this queue.
  const open = ports as { enqueue: SerialQueue };
  const { enqueue } = open;
  open.enqueue = (lane, request, work) => {
    const outcome = enqueue(lane, request, work);
    const end = (): void => void outcomes[lane].delete(outcome);
    outcomes[lane].add(outcome);
    outcome.then(end, end);
    return outcome;
  };
  noteEarlier(ports, "mutation");
  noteEarlier(ports, "ceremony");
  watched.set(ports, outcomes);
  return outcomes;
}

/** Notes what was in a lane before it was watched, by work that comes after it. */
function noteEarlier(ports: MutationPorts, lane: Lane): void {
  try {
    runInLane(ports, lane, () => {
      throw new Error("free");
    }).catch(() => {});
  } catch {
    // Nothing was in it, so the work was started at once. It has left nothing there.
  }
}
