import type { FetchSession } from "../api/session.ts";
import type { Environment } from "../environment/environment.ts";
import type { SessionState } from "../session/state/state.ts";
import type { ParsePeerSession } from "../tabs/peer-channel.ts";
import type { Inspector } from "../types/inspector.ts";
import type { SessionBase } from "../types/session.ts";

/** What the machine runs with. */
export interface RuntimeOptions {
  readonly environment: Environment;
  /** One name for all tabs that share this session. */
  readonly name: string;
  readonly initial: SessionState;
  readonly fetchSession: FetchSession;
  /** What to make of a session that another tab has read; rejects if it does not fit. */
  readonly parse?: ParsePeerSession | undefined;
  /** Is told of each step. */
  readonly inspect?: Inspector | undefined;
  /** Sees whether the sign-out of a user has stayed. */
  confirmSignOut(user: SessionBase): void;
}
