import type { MemoryWorld } from "../../src/environment/memory.ts";
import type { Page } from "./page.ts";
import type { Scenario } from "./scenario.ts";
import type { CookieJar } from "./server/cookie-jar.ts";
import type { ModelServer } from "./server/model-server.ts";
import type { Network } from "./server/network.ts";
import type { Claims } from "./server/session-strategy.ts";
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
  open(): void;
  /** The page is left, and is gone. */
  close(page: Page): void;
  /** It is gone without a word, and so are its requests. */
  crash(page: Page): void;

  /** Who is signed in, by the server's word. */
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
  /** Lets a page of another build hold all locks. */
  holdLocks(): void;
  giveLocksBack(): void;
  readonly areLocksHeld: boolean;
  /** Says something to all pages, which arrives without delay. */
  inject(channelName: string, message: unknown): void;

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
export function isWatched({ state, isObserved }: Page): boolean {
  return state === "running" && isObserved;
}
