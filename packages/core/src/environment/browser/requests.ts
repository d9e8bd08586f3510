import type { Stop } from "../environment.ts";

/**
 * Calls the listener after each request of the page, by any code, with its URL and with how many
 * milliseconds ago it began. It is never called on a platform without such a record, as in jsdom.
 *
 * @see https://www.w3.org/TR/resource-timing/
 */
export function onRequest(listener: (url: string, ageMs: number) => void): Stop {
  if (typeof PerformanceObserver !== "function") return () => {};
  const observer = new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      listener(name, performance.now() - startTime);
    }
  });
  observer.observe({ type: "resource" });
  return () => observer.disconnect();
}
