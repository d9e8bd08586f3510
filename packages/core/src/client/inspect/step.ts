import type { Effect } from "../../session/effect.ts";
import type { SessionEvent } from "../../session/event.ts";
import type { SessionState } from "../../session/state/state.ts";
import type { RefetchOptions } from "../../types/options.ts";
import { toPlain, type Plain } from "./plain.ts";

/**
 * One step of a client's machine as data: the event, the state after it, and the effects. Errors
 * are objects without `cause`. The meaning of the fields may change with any version.
 */
export interface InspectedStep {
  readonly event: Plain<SessionEvent>;
  readonly state: Plain<SessionState>;
  readonly effects: readonly Plain<Effect>[];
}

/** Picks the options that the machine uses. The client's other options may contain secrets. */
function pickOptions({
  refetchInterval,
  refetchOnWindowFocus,
  refetchWhenOffline,
}: RefetchOptions): RefetchOptions {
  return { refetchInterval, refetchOnWindowFocus, refetchWhenOffline };
}

/** Returns an event as data. */
export function toPlainEvent(event: SessionEvent): Plain<SessionEvent> {
  return toPlain("options" in event ? { ...event, options: pickOptions(event.options) } : event);
}

/** Returns a state as data. */
export function toPlainState(state: SessionState): Plain<SessionState> {
  const { options } = state;
  return toPlain({
    ...state,
    options: { ...pickOptions(options), timeoutMs: options.timeoutMs },
  });
}

/** Returns a step as data. */
export function toStep(
  event: SessionEvent,
  [state, effects]: readonly [state: SessionState, effects: readonly Effect[]],
): InspectedStep {
  return {
    event: toPlainEvent(event),
    state: toPlainState(state),
    effects: effects.map((effect) => toPlain(effect)),
  };
}
