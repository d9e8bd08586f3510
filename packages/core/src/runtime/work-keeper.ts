import type { Environment, Stop } from "../environment/environment.ts";

/** Keeps a client running for work that needs it, without a subscriber. */
export interface WorkKeeper {
  /** Keeps tabs, timers and listeners alive until the work is done. */
  withSubscription<T>(work: () => Promise<T>): Promise<T>;
  /** The same, but waits until the page is shown: a prerendered page must change nothing. */
  whenShown<T>(work: () => Promise<T>): Promise<T>;
}

/** Creates a work keeper. @param hold subscribes to the client until the returned function is called */
export function createWorkKeeper(environment: Environment, hold: () => Stop): WorkKeeper {
  async function withSubscription<T>(work: () => Promise<T>): Promise<T> {
    const ends = [hold(), environment.keepAlive?.()];
    try {
      return await work();
    } finally {
      for (const end of ends) end?.();
    }
  }

  function untilShown(): Promise<void> {
    return new Promise((resolve) => {
      const stop = environment.onActivate(() => resolve(stop()));
    });
  }

  return {
    withSubscription,
    whenShown: (work) =>
      withSubscription(async () => {
        // A shown page starts at once, because a browser allows a popup only during a click.
        if (environment.isPrerendering()) await untilShown();
        return work();
      }),
  };
}
