import { copyStructure } from "../share-structure.ts";
import type { SessionBase } from "../types/session.ts";

/** Options of `refreshOnChange` and `createRefresher`. */
export interface RefreshOptions<S> {
  /**
   * The session for which the server has rendered the page; `null` means for nobody, as a page from
   * a cache. Default: the session that the client knows. If it knows none yet, the first one counts
   * as rendered.
   */
  readonly rendered?: S | null | undefined;
  /**
   * Returns the part of the session on which the server's rendering depends. Default: all but
   * `expires`.
   */
  readonly select?: ((session: S) => unknown) | undefined;
}

/** What of a session is compared. It is an object, so that only the unknown is `undefined`. */
export type Part = { readonly part: unknown };

/** Returns the part of a session that is compared. */
export function toPart<S extends SessionBase>(
  session: S | null,
  select: (session: S) => unknown = (it) => ({ ...it, expires: undefined }),
): Part {
  // `select` may write to its argument, and the session is the client's own.
  return { part: session && select(copyStructure(session)) };
}
