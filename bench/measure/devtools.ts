import type { CDPSession, Page } from "@playwright/test";

/** Bytes of JavaScript heap in use, when all that can be is collected. */
export async function heapOf(tab: Page): Promise<number> {
  const devtools: CDPSession = await tab.context().newCDPSession(tab);
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  await devtools.detach();
  return usedSize;
}

/**
 * Watches how busy a page's main thread is.
 *
 * @returns the milliseconds of processor time that all its tasks have taken so far
 */
export async function watchMainThread(tab: Page): Promise<() => Promise<number>> {
  const devtools = await tab.context().newCDPSession(tab);
  // Time in which the thread has to wait for a processor is not its own.
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    const seconds = metrics.find(({ name }) => name === "TaskDuration")?.value;
    if (seconds === undefined) throw new Error("Chromium has no metric named TaskDuration.");
    return seconds * 1000;
  };
}
