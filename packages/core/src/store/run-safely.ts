/** Runs a callback of the user's. What it throws is reported as unhandled, and disturbs nobody. */
export function runSafely(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    void Promise.reject(error);
  }
}
