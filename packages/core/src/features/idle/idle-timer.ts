import type { IdleSnapshot } from "./idle-snapshot.ts";

/** Signs out a user who is away: the time that is left, as an observable store. */
export interface IdleTimer {
  getSnapshot(): IdleSnapshot;
  /**
   * Calls the listener after each change, until the returned function is called. The timer runs
   * only while it has a subscriber, and while a user is signed in.
   */
  subscribe(listener: () => void): () => void;
  /**
   * Says that the user is there, in all tabs: for a button of the warning, or while a video plays.
   * It does nothing once the time is over.
   */
  stay(): void;
}
