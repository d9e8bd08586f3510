import type { Stop } from "../environment.ts";

/**
 * Calls back after each request of the page, whoever has made it, with its address and with how long
 * ago it began. A place that keeps no such record, as jsdom, never does.
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
