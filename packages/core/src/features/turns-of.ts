import type { Lane, SerialQueue } from "../mutations/create-serial-queue.ts";
import type { MutationPorts } from "../mutations/ports.ts";
import { takeTurn } from "./take-turn.ts";

type Turns = Set<Promise<unknown>>;

// All copies of a store share its ports, so these are the keys.
const watched = new WeakMap<MutationPorts, Record<Lane, Turns>>();

/**
 * Returns the turns of a lane that are under way or wait. The set follows the queue. Who waits for
 * them this way takes no turn, so that a double click stays one.
 */
export function turnsOf(ports: MutationPorts, lane: Lane): ReadonlySet<Promise<unknown>> {
  return (watched.get(ports) ?? watchTurns(ports))[lane];
}

function watchTurns(ports: MutationPorts): Record<Lane, Turns> {
  const turns: Record<Lane, Turns> = {
    mutation: new Set(),
    ceremony: new Set(),
    popup: new Set(),
  };
  // The ports are read-only for mutations. They are one object for all copies of the store, so
  // every turn passes through this queue.
  const open = ports as { enqueue: SerialQueue };
  const { enqueue } = open;
  open.enqueue = (lane, request, work) => {
    const outcome = enqueue(lane, request, work);
    const end = (): void => void turns[lane].delete(outcome);
    turns[lane].add(outcome);
    outcome.then(end, end);
    return outcome;
  };
  noteEarlier(ports, "mutation");
  noteEarlier(ports, "ceremony");
  watched.set(ports, turns);
  return turns;
}

/** Has the set note what was in a lane before it was watched, by a turn that comes after it. */
function noteEarlier(ports: MutationPorts, lane: Lane): void {
  try {
    takeTurn(ports, lane, () => {
      throw new Error("free");
    }).catch(() => {});
  } catch {
    // Nothing was in it, so the work was started at once. It has left nothing there.
  }
}
