import { SessionFetchError } from "../../errors.ts";
import type { SessionEvent } from "../../session/event.ts";
import type { Identify } from "../../session/identity.ts";
import type { SessionState } from "../../session/state/state.ts";
import { transition } from "../../session/transition.ts";
import type { RegisteredSession, SessionBase } from "../../types/session.ts";
import type { Recording } from "./create-recorder.ts";
import { unpack } from "./pack.ts";
import type { Plain, PlainError } from "./plain.ts";
import { toStep, type InspectedStep } from "./step.ts";

/** Options of `replay`. */
export interface ReplayOptions<S> {
  /** The client's option `identify`. A recording cannot contain a function. */
  readonly identify?: ((session: S) => unknown) | undefined;
}

function toError({ code, ...details }: PlainError): SessionFetchError {
  return new SessionFetchError(code, details);
}

function toState(packed: Recording["state"], identify: Identify | undefined): SessionState {
  const state = unpack(packed) as Plain<SessionState>;
  const { options, failure } = state;
  return {
    ...(state as SessionState),
    options: { ...options, identify },
    failure: { ...failure, error: failure.error && toError(failure.error) },
  };
}

function toEvent(packed: Recording["state"]): SessionEvent {
  const event = unpack(packed) as Plain<SessionEvent>;
  const isFailure = event.type === "failed";
  return (isFailure ? { ...event, error: toError(event.error) } : event) as SessionEvent;
}

/**
 * Replays a recording, without a browser, a server or a clock. Returns the steps: each event, the
 * state after it, and the effects.
 *
 * @example
 * const steps = replay(JSON.parse(report));
 * expect(steps.at(-1)?.state.cache.session).toBeNull();
 */
export function replay<S extends SessionBase = RegisteredSession>(
  recording: Recording,
  options: ReplayOptions<S> = {},
): InspectedStep[] {
  // A recording without events has no state.
  if (!recording.events.length) return [];
  let state: SessionState = toState(recording.state, options.identify as Identify);
  return recording.events.map((packed) => {
    const event = toEvent(packed);
    const result = transition(state, event);
    [state] = result;
    return toStep(event, result);
  });
}
