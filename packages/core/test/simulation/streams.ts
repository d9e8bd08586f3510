import type { Environment } from "../../src/index.ts";
import { pick } from "./acts/act.ts";
import type { ModelSession } from "./page.ts";

/** The session that a page streams. */
export interface Stream {
  /** What the server has rendered, which the page may not know yet. */
  readonly session: ModelSession | null;
  /** Streams it to a page. */
  start(environment: Environment): Promise<ModelSession | null>;
}

/** After how many milliseconds the session arrives; or it never does, or could not be rendered. */
const ways = [0, 1, 25, 300, 1500, 7000, "never", "rejects"] as const;

/** Makes a stream of a session. */
export function createStream(session: ModelSession | null, value: number): Stream {
  const way = pick(ways, value);
  return {
    session,
    start: ({ schedule }) =>
      new Promise((resolve, reject) => {
        if (way === "rejects") schedule(() => reject(new Error("not rendered")), 25);
        else if (way !== "never") schedule(() => resolve(session), way);
      }),
  };
}
