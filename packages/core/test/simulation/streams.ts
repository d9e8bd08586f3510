import type { Environment } from "../../src/index.ts";
import { pick } from "./acts/act.ts";
import type { ModelSession } from "./page.ts";
import type { Claims } from "./server/session-strategy.ts";

/** Starts to stream the session that a server has rendered a page with. */
export type Stream = (environment: Environment) => Promise<ModelSession | null>;

/** After how many milliseconds the session arrives; or it never does, or could not be rendered. */
const ways = [0, 1, 25, 300, 1500, 7000, "never", "rejects"] as const;

/** Makes a stream of what the server knows at the time at which the page is rendered. */
export function createStream(claims: Claims | undefined, value: number): Stream {
  const way = pick(ways, value);
  const session = claims && {
    user: claims.person,
    nickname: claims.nickname,
    expires: new Date(claims.expiresAt).toISOString(),
  };
  return ({ schedule }) =>
    new Promise((resolve, reject) => {
      if (way === "rejects") schedule(() => reject(new Error("not rendered")), 25);
      else if (way !== "never") schedule(() => resolve(session ?? null), way);
    });
}
