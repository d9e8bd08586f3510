/**
 * Creates a clock that never steps back and that counts sleep. It combines two clocks: the wall
 * clock can be set back or forth, and the monotonic clock may stand still in sleep. Each call adds
 * the time that has passed by whichever of the two has moved further since the last call.
 *
 * @param wall milliseconds since the epoch, as `Date.now`
 * @param monotonic milliseconds since anything, as `performance.now`
 */
export function createSteadyClock(wall: () => number, monotonic: () => number): () => number {
  // The clocks are read at the first call only. The clock is created where a page is rendered, and
  // some frameworks forbid to read the time there.
  let now: number | undefined;
  let lastWall = 0;
  let lastMonotonic = 0;

  return () => {
    const [wallNow, monotonicNow] = [wall(), monotonic()];
    const passed = Math.max(0, wallNow - lastWall, monotonicNow - lastMonotonic);
    now = now === undefined ? wallNow : now + passed;
    lastWall = wallNow;
    lastMonotonic = monotonicNow;
    return now;
  };
}
