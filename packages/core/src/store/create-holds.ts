/** Subscriptions of those who only keep a store going, and watch nothing. */
export interface Holds {
  /** How many there are. */
  count(): number;
  hold(): () => void;
}

/** Makes holds of a store. */
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
