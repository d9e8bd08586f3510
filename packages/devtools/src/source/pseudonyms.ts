import type { SessionBase } from "@sojourn/core";
import { identifiersOf } from "@sojourn/core/plan";

/**
 * Creates a `redact` that keeps no personal data: `expires`, and a number in place of each field that
 * distinguishes users. A replay tells users apart as the client has done only if it finds the same
 * fields.
 *
 * @param identify the client's own option, if it has it. What it returns becomes the only field: then
 * a replay differs where it returns something for one session, and nothing for the next
 */
export function createPseudonyms(
  identify: ((session: never) => unknown) | undefined,
): (session: SessionBase) => SessionBase {
  const known = new Map<string, string>();

  function pseudonymOf(name: string, value: unknown): string {
    const key = `${name} ${JSON.stringify(value)}`;
    const pseudonym = known.get(key) ?? `${name} ${known.size + 1}`;
    known.set(key, pseudonym);
    return pseudonym;
  }

  function pseudonymsOf(session: SessionBase): Record<string, string> {
    // The session comes from the client that has this option.
    const identifiers = identifiersOf(session, identify as (session: SessionBase) => unknown);
    const entries = Object.entries(identifiers);
    return Object.fromEntries(entries.map(([name, value]) => [name, pseudonymOf(name, value)]));
  }

  return (session) => ({ user: pseudonymsOf(session), expires: session.expires }) as SessionBase;
}
