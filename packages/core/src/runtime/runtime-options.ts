import type { FetchSession } from "../api/session.ts";
import type { Environment } from "../environment/environment.ts";
import type { SessionState } from "../session/state/state.ts";
import type { ParsePeerSession } from "../tabs/peer-channel.ts";
import type { Inspector } from "../types/inspector.ts";
import type { SessionBase } from "../types/session.ts";

/** The options of the runtime. */
export interface RuntimeOptions {
  readonly environment: Environment;
  /** One name for all tabs that share this session. */
  readonly name: string;
  readonly initial: SessionState;
  readonly fetchSession: FetchSession;
  /** Parses a session that a peer has read; rejects if it does not fit. */
  readonly parse?: ParsePeerSession | undefined;
  /** Is called with each step. */
  readonly inspect?: Inspector | undefined;
  /** Confirms the sign-out of a user. */
  confirmSignOut(user: SessionBase): void;
}
