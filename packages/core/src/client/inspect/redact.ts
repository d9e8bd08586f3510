import { shareStructure } from "../../share-structure.ts";
import type { SessionBase } from "../../types/session.ts";
import { mapParts } from "./plain.ts";

/** Returns what a recording keeps of a session. */
export type Redact = (session: SessionBase) => SessionBase;

/** The fields of events and states that contain sessions. */
const SESSION_FIELDS = new Set(["session", "serverSession", "leftUser", "server"]);

/**
 * The fields of errors that contain messages of the server or of a schema. These may quote a
 * session.
 */
const QUOTING_FIELDS = new Set(["detail", "issues", "url"]);

/**
 * Creates a function that redacts each session in plain data, and removes from errors what the
 * machine does not need. Each session gets the field `variant`, with the same number for equal
 * sessions, so that a replay still notices changes.
 */
export function createRedactor(redact: Redact): (value: unknown) => unknown {
  const variants: object[] = [];

  function variantOf(session: SessionBase): number {
    // `expires` moves with every read, which is no change of the session.
    const { expires: _, ...fields } = session;
    const known = variants.findIndex((it) => shareStructure(it, fields) === it);
    return known < 0 ? variants.push(fields) - 1 : known;
  }

  function redactSession(session: SessionBase): unknown {
    const variant = variantOf(session);
    return { ...redact(session), variant };
  }

  return function redactParts(value: unknown): unknown {
    if (typeof value !== "object" || !value) return value;
    return mapParts(value, (part, name) => {
      if (QUOTING_FIELDS.has(name)) return undefined;
      const isSession = SESSION_FIELDS.has(name) && typeof part === "object" && part;
      return isSession ? redactSession(part as SessionBase) : redactParts(part);
    });
  };
}
