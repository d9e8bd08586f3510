import type { SessionEvent } from "../../session/event.ts";
import type { SessionState } from "../../session/state/state.ts";
import type { Inspector } from "../../types/inspector.ts";
import type { RegisteredSession, SessionBase } from "../../types/session.ts";
import { toInspector } from "./create-inspector.ts";
import { pack } from "./pack.ts";
import { toPlain } from "./plain.ts";
import { createRedactor, type Redact } from "./redact.ts";
import { toPlainEvent, toPlainState } from "./step.ts";

/**
 * What has happened to one client, as JSON, for `replay` in the same version of this package. It holds
 * sessions, of this user and of those before: personal data, unless `redact` takes it out.
 */
export interface Recording {
  /** The state before the first event. */
  readonly state: Readonly<Record<string, unknown>>;
  /** What has happened since, with the moment of each. */
  readonly events: readonly Readonly<Record<string, unknown>>[];
}

/** Options of `createRecorder`. */
export interface RecorderOptions<S> {
  /**
   * What to leave of each session in the recording: `expires`, and what tells one user from another, as
   * `user.id` (see `identify`), or a replay takes them for one. It gets copies, of sessions before a
   * schema, too. Errors lose the server's words then. Default: all is left.
   */
  readonly redact?: ((session: S) => SessionBase) | undefined;
  /** How many of the newest events are kept. Default 1000. */
  readonly limit?: number | undefined;
}

/** Records one client. */
export interface Recorder {
  /** The option `inspect` of that client. */
  readonly inspect: Inspector;
  /** What it has recorded until now. `JSON.stringify` can take it. */
  recording(): Recording;
}

/**
 * Makes a recorder for one client: what has happened to it is kept, for a bug report. A recording holds
 * sessions, so personal data; `redact` leaves that out.
 *
 * @example
 * const recorder = createRecorder({
 *   redact: ({ user, expires }) => ({ user: { id: user?.id }, expires }),
 * });
 * const client = createSessionClient({ inspect: recorder.inspect });
 * const report = () => JSON.stringify(recorder.recording());
 */
export function createRecorder<S extends SessionBase = RegisteredSession>(
  options: RecorderOptions<S> = {},
): Recorder {
  const { limit = 1000 } = options;
  const redact = options.redact as Redact | undefined;
  const steps: (readonly [before: SessionState, event: SessionEvent])[] = [];

  return {
    inspect: toInspector((before, event) => {
      steps.push([before, event]);
      if (steps.length > limit) steps.shift();
    }),
    recording() {
      const left = redact ? createRedactor(redact) : (plain: unknown) => plain;
      // What a redaction makes need not be plain.
      const toJson = (plain: unknown) => pack(toPlain(left(plain))) as Recording["state"];
      return {
        state: steps[0] ? toJson(toPlainState(steps[0][0])) : {},
        events: steps.map(([, event]) => toJson(toPlainEvent(event))),
      };
    },
  };
}
