/** Ends what a call has started: removes a listener, cancels a timer, releases a lock. */
export type Stop = () => void;

/** The longest delay that the timers of all platforms support. A longer one would fire at once. */
export const LONGEST_TIMER_MS: number = 2 ** 31 - 1;

/** A channel to the other tabs of this browser. */
export interface TabChannel {
  /** `false` if messages are written to storage. Session data must not be posted then. */
  readonly carriesData: boolean;
  post(message: object): void;
  close(): void;
}

/** A popup window that the page has opened. */
export interface Popup {
  go(url: string): void;
  /**
   * Returns its address; `undefined` while that is on another origin, where the page cannot read
   * it.
   */
  url(): string | undefined;
  /** Whether the user has closed it, as far as the page can tell. */
  isClosed(): boolean;
  close(): void;
}

/**
 * The platform, as the client uses it. The client gets everything from here that is not a pure
 * function of its state, so that a test, a server or React Native can provide an environment of its
 * own.
 */
export interface Environment {
  /**
   * Returns milliseconds since the epoch, by a clock that never steps back and that counts sleep.
   */
  now(): number;
  /** Returns a random number in [0, 1). */
  random(): number;
  /** Runs the task once, after at least `delayMs` milliseconds. */
  schedule(task: () => void, delayMs: number): Stop;
  fetch(url: string, init: RequestInit): Promise<Response>;
  /**
   * Keeps a script running until the result is called. Only for platforms where a script may end
   * while a call of the client is under way.
   */
  keepAlive?: (() => Stop) | undefined;

  /**
   * Returns an object that all clients of the same page have in common. Without it, each client is
   * treated as if it had a page of its own.
   */
  page?: (() => object) | undefined;
  /** Returns the address of the page; `undefined` if there is no page. */
  pageUrl(): string | undefined;
  /**
   * Whether a server has sent the user to this page, by a redirect or from another site. It may
   * have signed the user in on the way, as the link in a sign-in email does.
   */
  isArrival(): boolean;
  /** Navigates the page to `url`. */
  navigate(url: string): void;
  /** Opens an empty popup; returns `null` if it is blocked. Default: `window.open`. */
  openPopup?: (() => Popup | null) | undefined;
  /**
   * Returns the auth server's address, if the environment names it (`NEXTAUTH_URL` on a server).
   */
  authUrl(): string | undefined;

  /** Whether the page is prerendered: the browser prepares it, and the user may never open it. */
  isPrerendering(): boolean;
  /** Calls the listener when a prerendered page is shown. */
  onActivate(listener: () => void): Stop;
  isVisible(): boolean;
  isOnline(): boolean;
  /** Calls the listener each time the page becomes visible. */
  onVisible(listener: () => void): Stop;
  /** Calls the listener each time the device is online again. */
  onOnline(listener: () => void): Stop;
  /**
   * @param onHide called when the page is left. It may go into the back/forward cache
   * @param onRestore called when the page has come back from that cache, with its state of before
   */
  onPageLifecycle(onHide: () => void, onRestore: () => void): Stop;

  /**
   * Calls the listener after each request of the page, by any code, with its URL and with how many
   * milliseconds ago it began. That is the only way to notice a sign-in by other code. Without it,
   * the client learns of such a sign-in at its next read.
   */
  onRequest?: ((listener: (url: string, ageMs: number) => void) => Stop) | undefined;

  openTabChannel(name: string, onMessage: (message: unknown) => void): TabChannel;
  /** Opens a channel that uses storage. The last message stays readable there. */
  openStorageChannel(name: string, onMessage: (message: unknown) => void): TabChannel;
  /**
   * Takes a lock that only one tab can hold, and resolves to a function that releases it. Resolves
   * to `null` at once if another tab holds it. If the browser does not answer, or the promise
   * rejects, the client reads without the lock, and only the stagger keeps the tabs
   * apart.
   */
  tryLock(name: string): Promise<Stop | null>;
  /**
   * Writes the revision if `next` is given, and returns the current one; `null` if there is none,
   * and `undefined` if nothing can be stored. All tabs share it, and it outlives the page. It
   * contains no session data.
   */
  revision(name: string, next?: string): string | null | undefined;
}
