import type { SessionBase } from "../types/session.ts";
import { copyStructure, shareStructure } from "../share-structure.ts";

const copies = new WeakMap<SessionBase, SessionBase>();

/**
 * What all consumers are shown of a session: a copy, for they may write to it. What was written stays
 * on their page, and is gone when the session changes.
 *
 * @param previous the session that was shown before; parts that are the same keep their identity
 */
export function toShownSession(session: SessionBase, previous?: SessionBase): SessionBase {
  const known = copies.get(session);
  if (known) return known;
  try {
    const copy = shareStructure(previous && copies.get(previous), copyStructure(session));
    copies.set(session, copy);
    return copy;
  } catch {
    // It refers to itself, as no server's answer does: a page has made it so.
    return session;
  }
}
