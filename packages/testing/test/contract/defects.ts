import type { Session, SessionClient } from "@sojourn/core";
import type { ContractApp, ServerPage } from "../../src/adapter-contract.ts";

/** What can be wrong with an adapter; each is a mistake that somebody may make. */
export interface Defects {
  /** Which client a component uses. */
  clientOf?(app: ContractApp): SessionClient<Session>;
  /** What it shows first, where the server has rendered the page. */
  showsCurrentFirst?: boolean;
  ignoresRequired?: boolean;
  ignoresHandler?: boolean;
  ignoresSelect?: boolean;
  /** Gives the client another function each time. */
  wrapsSelect?: boolean;
  ignoresError?: boolean;
  hasNullWhileLoading?: boolean;
  copiesSession?: boolean;
  rendersAlways?: boolean;
  wrapsUpdate?: boolean;
  startsLoading?: boolean;
  ignoresChanges?: boolean;
  ignoresWhatItMissed?: boolean;
  keepsSubscription?: boolean;
  keepsRequiring?: boolean;
  /** Makes another observer in each rendering. */
  observesAnew?: boolean;
  /** Asks the server about each session that a page hands over. */
  asksForHanded?: boolean;
  /** Takes no other session than the first that a page hands over. */
  takesOneSession?: boolean;
  /** Ignores a session that is passed with a client, on a server and in a browser. */
  ignoresGivenSession?: boolean;
  /** Hands a session that is passed with a client over to it, also on a server. */
  hydratesOnServer?: boolean;
  /** Asks, sets a timer, or looks at the clock while it renders. */
  looksAround?(client: SessionClient<Session>): void;
  /** The client with which the server renders. */
  serverClient?(page: ServerPage): SessionClient<Session>;
  /** What else the server does when it renders. */
  onRender?(client: SessionClient<Session>): void;
}
