/**
 * What a page shows of the session: the name of the user, `null` for nobody, and `undefined` while
 * the session is loading.
 */
export type ShownUser = string | null | undefined;

/** A value, or a promise of it. */
type Awaitable<T> = T | Promise<T>;

/** One tab of a browser, with a page of the app. */
export interface FrameworkTab {
  /**
   * Returns all that a component of the page, which reads the session in the browser, has shown since
   * the tab was opened or its document was loaded. Equal ones in a row count once.
   */
  shownUsers(): Awaitable<readonly ShownUser[]>;
  /** Returns the user for whom the server has rendered `pages.rendered`. */
  renderedUser(): Awaitable<ShownUser>;
  /** Goes to a page by a link of the framework's router, and resolves when the page is shown. */
  follow(path: string): Promise<void>;
  /** Signs a user in on the app's pages, and resolves when the tab shows them. */
  signIn(user: string): Promise<void>;
  /** Signs out on the page, and resolves when the tab shows nobody. */
  signOut(): Promise<void>;
  /** Changes the name of the user by `update()` on the page, and resolves when the tab shows it. */
  rename(name: string): Promise<void>;
  /** Whether no document was loaded since the tab was opened. */
  isSameDocument(): Awaitable<boolean>;
  /** Returns the number of requests to the session endpoint since the tab was opened. */
  sessionRequests(): Awaitable<number>;
  /**
   * Returns one text for each request by which the tab has got what the server renders: documents,
   * and the data of the framework. Requests for the same thing have the same text, such as the
   * method and the address. Files and requests to the auth server are left out.
   */
  renderRequests(): Awaitable<readonly string[]>;
  /**
   * Returns the warnings and errors that were written to the console, and the errors that were
   * thrown, since the tab was opened.
   */
  complaints(): Awaitable<readonly string[]>;
}

/** One browser, with cookies of its own, which its tabs share. */
export interface FrameworkBrowser {
  /** Signs a user in without a page: the browser only gets the cookie. */
  signIn(user: string): Promise<void>;
  /** Returns the cookies by which the server knows the user, as a `Cookie` header. */
  cookies(): Awaitable<string>;
  /** Opens a page in a new tab, and resolves when it has loaded and has been hydrated. */
  openTab(path: string): Promise<FrameworkTab>;
  close(): Awaitable<void>;
}

/** The pages that the contract opens, by their paths. Everybody may see them. */
export interface FrameworkPages {
  /** A page that shows the session by a component. */
  readonly session: string;
  /** A page that does so, too, and shows for whom the server has rendered it. */
  readonly rendered: string;
  /** A page whose session is a promise that streams in, if the framework streams. */
  readonly streamed?: string | undefined;
}

/** An app of a framework that renders on a server, as the contract uses it. */
export interface FrameworkUnderTest {
  readonly pages: FrameworkPages;
  /** The names of two users, as pages show them. No page contains them for other reasons. */
  readonly users: readonly [string, string];
  /** Asks the app's server: `(path, init) => fetch(new URL(path, origin), init)`. */
  fetch(path: string, init: RequestInit): Promise<Response>;
  openBrowser(): Promise<FrameworkBrowser>;
  /** How long a rule waits for what has to happen. Default: 10,000 ms. */
  readonly patienceMs?: number;
  /** How long a rule waits for what must not happen. Default: 500 ms. */
  readonly quietMs?: number;
}
