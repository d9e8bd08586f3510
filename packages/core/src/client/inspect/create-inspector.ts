import type { transition } from "../../session/transition.ts";
import type { SessionEvent } from "../../session/event.ts";
import type { SessionState } from "../../session/state/state.ts";
import { runSafely } from "../../store/run-safely.ts";
import type { Inspector } from "../../types/inspector.ts";
import { toStep, type InspectedStep } from "./step.ts";

/**
 * Creates an inspector that calls `onStep` after each step. An error that `onStep` throws does not
 * affect the client.
 */
export function toInspector(
  onStep: (
    before: SessionState,
    event: SessionEvent,
    result: ReturnType<typeof transition>,
  ) => void,
): Inspector {
  function inspect(machine: typeof transition): typeof transition {
    return (state, event) => {
      const result = machine(state, event);
      runSafely(() => onStep(state, event, result));
      return result;
    };
  }
  // The type of the option hides the types of the machine.
  return inspect as unknown as Inspector;
}

/**
 * Creates a value for the option `inspect`. It calls the listener with each step of the client, in
 * order, before any subscriber is notified. A step is a copy that `structuredClone`, `postMessage`
 * and logs accept. It contains sessions, and so personal data.
 *
 * @example
 * const inspect = createInspector(({ event, state }) => console.log(event.type, state.cache.session));
 * const client = createSessionClient({ inspect });
 */
export function createInspector(listener: (step: InspectedStep) => void): Inspector {
  return toInspector((_, event, result) => listener(toStep(event, result)));
}
