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
 * The events of one client as JSON, for `replay` in the same version of this package. It contains
 * sessions, also of earlier users, and so personal data, unless `redact` removes it.
 */
export interface Recording {
  /** The state before the first event. */
  readonly state: Readonly<Record<string, unknown>>;
  /** The events since then, each with its moment. */
  readonly events: readonly Readonly<Record<string, unknown>>[];
}

/** Options of `createRecorder`. */
export interface RecorderOptions<S> {
  /**
   * Returns what the recording keeps of a session. Keep `expires`, and what distinguishes one user
   * from another, as `user.id` (see `identify`); otherwise a replay takes all users for the same
   * one. It gets copies, also of server sessions. With it, errors lose the server's own messages,
   * too. Default: sessions are kept unchanged.
   */
  readonly redact?: ((session: S) => SessionBase) | undefined;
  /** The number of newest events to keep. Default 1000. */
  readonly limit?: number | undefined;
}

/** Records one client. */
export interface Recorder {
  /** The value for the option `inspect` of that client. */
  readonly inspect: Inspector;
  /** Returns what was recorded until now. `JSON.stringify` accepts it. */
  recording(): Recording;
}

/**
 * Creates a recorder for one client. It keeps the client's events for a bug report. A recording
 * contains sessions, and so personal data; `redact` removes it.
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
  let last: SessionState | undefined;

  return {
    inspect: toInspector((before, event, [after]) => {
      // A feature has replaced the state between two events. The earlier ones do not lead here.
      if (before !== last) steps.length = 0;
      last = after;
      steps.push([before, event]);
      if (steps.length > limit) steps.shift();
    }),
    recording() {
      const redactAll = redact ? createRedactor(redact) : (plain: unknown) => plain;
      // `redact` may return values that JSON cannot hold.
      const packRedacted = (plain: unknown) =>
        pack(toPlain(redactAll(plain))) as Recording["state"];
      return {
        state: steps[0] ? packRedacted(toPlainState(steps[0][0])) : {},
        events: steps.map(([, event]) => packRedacted(toPlainEvent(event))),
      };
    },
  };
}
