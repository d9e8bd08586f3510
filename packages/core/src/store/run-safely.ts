/**
 * Runs a callback of the app. An error that it throws is reported as an unhandled rejection, and
 * affects nothing else.
 */
export function runSafely(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    void Promise.reject(error);
  }
}
