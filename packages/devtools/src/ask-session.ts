import { getRegistry } from "./registry.ts";
import type { Source } from "./source/source.ts";

/** Whether the newest event of a source is that `getSession()` was called. */
function lastAsked(source: Source): unknown {
  return source.view().events.find(({ type }) => type === "asked");
}

/**
 * Makes the client of a source read its session.
 *
 * Options do not say for which client they are. The source that sees the call observes this
 * client.
 *
 * @returns whether the client is known
 */
export function askSession(source: Source): boolean {
  const { clients, clientOf } = getRegistry();
  const known = clientOf.get(source);
  for (const client of new Set(known ? [known, ...clients] : clients)) {
    const before = lastAsked(source);
    void client.getSession();
    if (lastAsked(source) === before) continue;
    clientOf.set(source, client);
    return true;
  }
  return false;
}
