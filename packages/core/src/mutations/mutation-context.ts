import type { Popup } from "../environment/environment.ts";
import type { PageNavigation } from "./page-navigation.ts";
import type { Http } from "../api/http.ts";
import type { Providers } from "../api/providers.ts";
import type { ParseSession } from "../api/schema.ts";
import type { FetchSession } from "../api/session.ts";
import type { Emission } from "../session/effect.ts";
import type { SessionBase } from "../types/session.ts";
import type { SessionInput } from "../session/event.ts";
import type { Emitter } from "../store/create-emitter.ts";
import type { SessionState } from "../session/state.ts";

/** What sign-in, sign-out and update need of the client. */
export interface MutationContext extends PageNavigation {
  readonly http: Http;
  /** What this tab makes of a session, if it has a schema. */
  readonly parse: ParseSession | undefined;
  readonly fetchSession: FetchSession;
  /** Requests that may set the cookie; the next sign-in or sign-out of any tab aborts them. */
  readonly renewals: Set<AbortController>;
  send(input: SessionInput): void;
  on: Emitter<Emission>["on"];
  get(): Readonly<SessionState>;
  /** Whether no mutation is under way, in any tab. */
  isFree(): boolean;
  /** Lets a little time pass. */
  pause(): Promise<void>;
  /** How often a mutation pauses for others, before it goes on without. */
  readonly mostPauses: number;
  /** The session that is known now, and may be shown. */
  current(): SessionBase | null;
  /** Resolves when no read is under way or asked for any more. */
  untilSettled(): Promise<void>;
  /** The list of providers, asked for once; the controller ends a request that is made for it now. */
  providers(controller: AbortController): Promise<Providers | null>;
  /** Where the auth server's endpoints are; relative to the page, perhaps. */
  readonly authHref: string;
  openPopup(): Popup | null;
}
