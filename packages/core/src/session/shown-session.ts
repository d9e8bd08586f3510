import type { SessionBase } from "../types/session.ts";
import { copyStructure, shareStructure } from "../share-structure.ts";

const copies = new WeakMap<SessionBase, SessionBase>();

/**
 * Returns the copy of a session that all consumers get, because they may write to it. Their changes
 * stay on the page, and are lost when the session changes.
 *
 * @param previous the session that was shown before; equal parts keep their identity
 */
export function toShownSession(session: SessionBase, previous?: SessionBase): SessionBase {
  const known = copies.get(session);
  if (known) return known;
  try {
    const copy = shareStructure(previous && copies.get(previous), copyStructure(session));
    copies.set(session, copy);
    return copy;
  } catch {
    // A page has set a session that refers to itself. A server's answer, which is JSON, never does.
    return session;
  }
}
