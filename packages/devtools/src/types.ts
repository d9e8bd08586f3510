import type { InspectedStep, RegisteredSession, SessionBase } from "@sojourn/core";

/** A state, as `inspect` shows it. */
export type State = InspectedStep["state"];

/** An event, as `inspect` shows it. */
export type Event = InspectedStep["event"];

/** An effect, as `inspect` shows it. */
export type Effect = InspectedStep["effects"][number];

/** Options of the devtools. */
export interface DevtoolsOptions<S = RegisteredSession> {
  /**
   * Returns what a copied recording keeps of a session. Default: `expires`, and a number in
   * place of each field that tells users apart.
   */
  readonly redact?: ((session: S) => SessionBase) | undefined;
}
