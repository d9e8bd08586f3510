/** Ends what a call has started: removes a listener, cancels a timer, releases a lock. */
export type Stop = () => void;

/** The longest delay that timers of all platforms take; a longer one would be none. */
export const LONGEST_TIMER_MS: number = 2 ** 31 - 1;

/** A line to the other tabs of this browser. */
export interface TabChannel {
  /** `false` where a message would be written to storage; no session data may then be posted. */
  readonly carriesData: boolean;
  post(message: object): void;
  close(): void;
}

/** A window beside the page. */
export interface Popup {
  go(url: string): void;
  /** Its address; `undefined` while that is another origin's, and nobody else's business. */
  url(): string | undefined;
  /** Whether it is gone for good, as far as the page can tell. */
  isClosed(): boolean;
  close(): void;
}

/**
 * The world, as the client sees it. Everything that is not a pure function of the state comes
 * through here, so that a test, a server or React Native can bring their own.
 */
export interface Environment {
  /** Milliseconds since the epoch, by a clock that never steps back and that counts sleep. */
  now(): number;
  /** A number in [0, 1). */
  random(): number;
  /** Runs the task once, after at least `delayMs` milliseconds. */
  schedule(task: () => void, delayMs: number): Stop;
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Keeps a script running that waits for a call of the client's, where timers alone do not. */
  keepAlive?: (() => Stop) | undefined;

  /** What is one for all clients of the same page. Without it, each is taken to be in a page of its own. */
  page?: (() => object) | undefined;
  /** The address of the page; `undefined` where there is none. */
  pageUrl(): string | undefined;
  /**
   * Whether a server has sent the visitor here, by a redirect or from another site: it may have signed
   * them in on the way, as the link in an email does.
   */
  isArrival(): boolean;
  /** Leaves the page for `url`. */
  navigate(url: string): void;
  /** Opens an empty popup; `null` if it is blocked. Without it, one of the browser's is opened. */
  openPopup?: (() => Popup | null) | undefined;
  /** The auth server's address, where this place knows one (a server's `NEXTAUTH_URL`). */
  authUrl(): string | undefined;

  /** Whether the browser only prepares the page, for a user who may never come to it. */
  isPrerendering(): boolean;
  /** Calls back when a prerendered page is shown. */
  onActivate(listener: () => void): Stop;
  isVisible(): boolean;
  isOnline(): boolean;
  /** Calls back each time the page becomes visible. */
  onVisible(listener: () => void): Stop;
  /** Calls back each time the device gets its connection back. */
  onOnline(listener: () => void): Stop;
  /**
   * @param onHide the page is being left; it may be frozen in the back/forward cache …
   * @param onRestore … from which it has come back, as it was left
   */
  onPageLifecycle(onHide: () => void, onRestore: () => void): Stop;

  /**
   * Calls back after each request of the page, whoever has made it, with how long ago it began: that
   * is all that tells of a sign-in by other code. A place without it only hears of less.
   */
  onRequest?: ((listener: (url: string, ageMs: number) => void) => Stop) | undefined;

  openTabChannel(name: string, onMessage: (message: unknown) => void): TabChannel;
  /** The same by way of storage, where what was posted last stays readable. */
  openStorageChannel(name: string, onMessage: (message: unknown) => void): TabChannel;
  /**
   * Takes a lock that only one tab can hold, or resolves to `null` at once, without waiting for it.
   * Where a browser does not answer, or it rejects, the client goes on without: jitter has to do.
   */
  tryLock(name: string): Promise<Stop | null>;
  /**
   * Reads a mark that outlives the page and all tabs see, after replacing it if there is another
   * one. It holds no data. `undefined` where nothing can be kept.
   */
  revision(name: string, next?: string): string | null | undefined;
}
