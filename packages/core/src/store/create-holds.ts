/** Subscriptions that only keep a store active, and do not watch it. */
export interface Holds {
  /** Returns how many there are. */
  count(): number;
  hold(): () => void;
}

/** Creates the holds of a store. */
export function createHolds(subscribe: (listener: () => void) => () => void): Holds {
  let count = 0;

  return {
    count: () => count,
    hold() {
      count += 1;
      const leave = subscribe(() => {});
      return () => {
        count -= 1;
        leave();
      };
    },
  };
}
