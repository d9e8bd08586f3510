import type { Environment, Stop } from "../environment/environment.ts";

/** Keeps a client going for work that nobody watches. */
export interface WorkKeeper {
  /** Keeps tabs, timers and listeners alive until the work is done. */
  withSubscription<T>(work: () => Promise<T>): Promise<T>;
  /** The same, from when the page is shown: a page that nobody sees yet changes nothing. */
  whenShown<T>(work: () => Promise<T>): Promise<T>;
}

/** @param hold subscribes to the client, without watching it */
export function createWorkKeeper(environment: Environment, hold: () => Stop): WorkKeeper {
  async function withSubscription<T>(work: () => Promise<T>): Promise<T> {
    const ends = [hold(), environment.keepAlive?.()];
    try {
      return await work();
    } finally {
      for (const end of ends) end?.();
    }
  }

  async function untilShown(): Promise<void> {
    await new Promise<void>((resolve) => {
      const stop = environment.onActivate(() => resolve(stop()));
    });
  }

  return {
    withSubscription,
    whenShown: (work) =>
      withSubscription(async () => {
        // Else at once: a popup is only allowed in the midst of a click.
        if (environment.isPrerendering()) await untilShown();
        return work();
      }),
  };
}
