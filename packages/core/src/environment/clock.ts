/**
 * Makes one honest clock out of two that are not: the wall clock can be set back or forth, and the
 * monotonic one may stand still in sleep. The result never steps back, and counts whichever of the
 * two has moved further since it was last looked at.
 *
 * @param wall milliseconds since the epoch, as `Date.now`
 * @param monotonic milliseconds since anything, as `performance.now`
 */
export function createHonestClock(wall: () => number, monotonic: () => number): () => number {
  let lastWall = wall();
  let lastMonotonic = monotonic();
  let now = lastWall;
  return () => {
    const [wallNow, monotonicNow] = [wall(), monotonic()];
    now += Math.max(0, wallNow - lastWall, monotonicNow - lastMonotonic);
    [lastWall, lastMonotonic] = [wallNow, monotonicNow];
    return now;
  };
}
