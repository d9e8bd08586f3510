import { shareStructure } from "../../share-structure.ts";
import type { SessionBase } from "../../types/session.ts";
import { mapParts } from "./plain.ts";

/** What to leave of a session. */
export type Redact = (session: SessionBase) => SessionBase;

/** Where events and states have sessions. */
const SESSION_FIELDS = new Set(["session", "serverSession", "leftUser", "server"]);

/** Where errors have the server's own words, or a schema's: they may quote a session. */
const QUOTING_FIELDS = new Set(["detail", "issues", "url"]);

/**
 * Replaces each session in plain data, and leaves of errors what the machine looks at. Each session gets
 * a `variant`: the same number where the same was there, so that a replay sees what has changed.
 */
export function createRedactor(redact: Redact): (value: unknown) => unknown {
  const variants: object[] = [];

  function variantOf(session: SessionBase): number {
    // That moves with every read, and is no change.
    const { expires: _, ...fields } = session;
    const known = variants.findIndex((it) => shareStructure(it, fields) === it);
    return known < 0 ? variants.push(fields) - 1 : known;
  }

  function replace(session: SessionBase): unknown {
    const variant = variantOf(session);
    return { ...redact(session), variant };
  }

  return function redactParts(value: unknown): unknown {
    if (typeof value !== "object" || !value) return value;
    return mapParts(value, (part, name) => {
      if (QUOTING_FIELDS.has(name)) return undefined;
      const isSession = SESSION_FIELDS.has(name) && typeof part === "object" && part;
      return isSession ? replace(part as SessionBase) : redactParts(part);
    });
  };
}
