import type { MemoryWorld } from "../../src/environment/memory.ts";
import type { Locks } from "./locks.ts";
import type { Page } from "./page.ts";
import type { Scenario } from "./scenario.ts";
import type { CookieJar } from "./server/cookie-jar.ts";
import type { Schemas } from "./schemas.ts";
import type { ModelServer } from "./server/model-server.ts";
import type { Network } from "./server/network.ts";
import type { Claims } from "./server/session-strategy.ts";
import type { Stream } from "./streams.ts";
import type { Timeline } from "./timeline.ts";

/** A browser with its pages, its cookies and the server that it talks to. */
export interface Browser {
  readonly scenario: Scenario;
  readonly world: MemoryWorld;
  readonly server: ModelServer;
  readonly jar: CookieJar;
  readonly network: Network;
  readonly timeline: Timeline;
  /** All pages that were ever opened; see {@link openPages}. */
  readonly pages: readonly Page[];
  /**
   * @param isPrerendering whether only the browser opens it yet, and nobody sees it
   * @param stream of the session, if the page streams it
   */
  open(isPrerendering?: boolean, stream?: Stream): void;
  /** The page is left, and is gone. */
  close(page: Page): void;
  /** It ends without an announcement, and its requests end, too. */
  crash(page: Page): void;

  /** Who is signed in, as the server knows. */
  truth(): Claims | undefined;
  /** Milliseconds since the start of the run. */
  now(): number;
  /** Milliseconds since the epoch, by the server's clock, which is right. */
  serverNow(): number;

  /** Gives the device its connection, or takes it. */
  connect(isOnline: boolean): void;
  readonly isOnline: boolean;
  /** Sets the wall clock. */
  stepClock(ms: number): void;
  /** When it was last set forth, which looks like sleep, and back. */
  readonly steppedForthAt: number | undefined;
  readonly steppedBackAt: number | undefined;
  readonly locks: Locks;
  readonly schemas: Schemas;
  /** Says something to all pages, which arrives without delay. */
  inject(channelName: string, message: unknown): void;

  /** The names of all channels on which pages listen, or have listened. */
  channelNames(): ReadonlySet<string>;
  /** For so long, somebody else's scripts say whatever pages may say. */
  noteFlood(ms: number): void;
  /** When the first such flood began, and when the last one ends. */
  readonly floodedAt: number | undefined;
  readonly floodedUntil: number | undefined;

  /** Something has happened of which pages cannot know, before they ask for some other reason. */
  keepSecret(): void;
  /** When there was last such a thing. */
  readonly secretAt: number | undefined;
  /** Puts an end to all that goes wrong, and has somebody look at each page. */
  calmDown(): void;
}

/** The pages that are still there. */
export function openPages({ pages }: Browser): Page[] {
  return pages.filter(({ state }) => state !== "gone");
}

/** Whether somebody looks at a page, and it runs. */
export function isWatched({ state, isObserved, isPrerendering }: Page): boolean {
  return state === "running" && isObserved && !isPrerendering;
}

/** Whether a page waits for the outcome of something that it does itself. */
export function isBusy({ calls }: Page): boolean {
  return calls.some(({ endedAt }) => endedAt === undefined);
}
