/**
 * Makes one honest clock out of two that are not: the wall clock can be set back or forth, and the
 * monotonic one may stand still in sleep. The result never steps back, and counts whichever of the
 * two has moved further since it was last looked at.
 *
 * @param wall milliseconds since the epoch, as `Date.now`
 * @param monotonic milliseconds since anything, as `performance.now`
 */
export function createHonestClock(wall: () => number, monotonic: () => number): () => number {
  // Not before it is asked for the time: it is made where a page is rendered, which reads no clock.
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
