/** This tab, or this client where a page has several. */
export interface Tab {
  /** A random number that tells it from the others; `null` before the first event. */
  readonly id: number | null;
  /**
   * Who looks: nobody, so nothing is done; nobody yet, since the page is only prepared, so it reads
   * once and says nothing; or somebody.
   */
  readonly mode: "unobserved" | "prerendering" | "observed";
  readonly isOnline: boolean;
  readonly isVisible: boolean;
  /** When "loading" ends, whatever the server does; `Infinity` before anybody has looked. */
  readonly loadingUntil: number;
}

/** A tab at which nobody has looked yet. */
export const NEW_TAB: Tab = {
  id: null,
  mode: "unobserved",
  isOnline: true,
  isVisible: true,
  loadingUntil: Infinity,
};
