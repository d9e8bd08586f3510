import type { TabWorld } from "./tab-world.ts";

/** Whose failure is to be explained. */
interface Explained extends Pick<TabWorld, "name" | "server"> {
  /** What the pages wrote to the console as an error, where that is known. */
  complaints?: string[];
}

/** Says of a failure in whose world it has happened, and what went before. */
export async function explain<T>(world: Explained, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const { name, complaints = [], server } = world;
    const asked = server.requests.slice(-5).map(({ method, endpoint }) => `${method} ${endpoint}`);
    const hints = `last requests: ${asked}; the page's errors: ${complaints}`;
    throw new Error(`The measurement of ${name} has failed; ${hints}.`, { cause });
  }
}
