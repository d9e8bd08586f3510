/**
 * Waits for some work, unless the request is aborted meanwhile: then it rejects at once, as `fetch`
 * does. The work goes on.
 */
export function unlessAborted(
  work: Promise<void>,
  input: RequestInfo | URL,
  init: RequestInit | undefined,
): Promise<void> {
  // `null` in `init` replaces the signal of a `Request` by none.
  const signal = init?.signal === undefined ? (input as Partial<Request>).signal : init.signal;
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    const end = (): void => signal.removeEventListener("abort", abort);
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
    work.then(resolve, reject).finally(end);
  });
}
