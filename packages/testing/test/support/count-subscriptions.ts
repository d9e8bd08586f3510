import { vi } from "vitest";
import type { TestClient } from "../../src/index.ts";

/** Counts the subscriptions of a client from now on. @returns how many there are at the moment */
export function countSubscriptions(client: TestClient): () => number {
  const { subscribe } = client;
  let count = 0;
  vi.spyOn(client, "subscribe").mockImplementation((listener) => {
    const stop = subscribe(listener);
    count += 1;
    return () => {
      count -= 1;
      stop();
    };
  });
  return () => count;
}
