import type { transition } from "../../session/transition.ts";
import type { SessionEvent } from "../../session/event.ts";
import type { SessionState } from "../../session/state/state.ts";
import { runSafely } from "../../store/run-safely.ts";
import type { Inspector } from "../../types/inspector.ts";
import { toStep, type InspectedStep } from "./step.ts";

/** Makes an inspector of what is to be done after each step. What that throws disturbs nobody. */
export function toInspector(
  tell: (before: SessionState, event: SessionEvent, result: ReturnType<typeof transition>) => void,
): Inspector {
  function inspect(machine: typeof transition): typeof transition {
    return (state, event) => {
      const result = machine(state, event);
      runSafely(() => tell(state, event, result));
      return result;
    };
  }
  // The option does not know what the machine moves.
  return inspect as unknown as Inspector;
}

/**
 * Makes a listener an inspector: it is told of each step of the client whose option `inspect` that is,
 * in order, before the step is seen by anybody. What it gets is a copy, which `structuredClone`,
 * `postMessage` and a log can take. It holds sessions: personal data.
 *
 * @example
 * const inspect = createInspector(({ event, state }) => console.log(event.type, state.cache.session));
 * const client = createSessionClient({ inspect });
 */
export function createInspector(listener: (step: InspectedStep) => void): Inspector {
  return toInspector((_, event, result) => listener(toStep(event, result)));
}
