import type { SessionBase } from "@sojourn/core";

/** What distinguishes one user from another, as the core looks for it. */
const FIELDS = ["id", "sub", "email", "username", "name"];

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

/** Returns the fields of the user, which a server may also send without a `user` around them. */
function userOf(session: SessionBase): Record<string, unknown> {
  const { expires: _, user, ...fields } = session;
  const person: unknown = user ?? fields;
  // The copy has only the user's own fields.
  return typeof person === "object" ? { ...person } : { id: person };
}

/**
 * Creates a `redact` that keeps no personal data: `expires`, and a number in place of each field that
 * distinguishes users. The core compares the first field that two sessions both have, so a replay
 * tells users apart as the client has done only if it finds the same fields.
 *
 * @param identify the client's own option, if it has it. What it returns becomes the only field: then
 * a replay differs where it returns something for one session, and nothing for the next
 */
export function createPseudonyms(
  identify: ((session: never) => unknown) | undefined,
): (session: SessionBase) => SessionBase {
  const known = new Map<string, string>();

  function pseudonymOf(kind: string, value: unknown): string {
    const key = `${kind} ${JSON.stringify(value)}`;
    const pseudonym = known.get(key) ?? `${kind} ${known.size + 1}`;
    known.set(key, pseudonym);
    return pseudonym;
  }

  function identityOf(session: SessionBase): unknown {
    try {
      // The session comes from the client that has this option.
      return identify?.(session as never);
    } catch {
      return undefined;
    }
  }

  function pseudonymsOf(session: SessionBase): Record<string, string> {
    const identity = identityOf(session);
    if (isGiven(identity)) return { id: pseudonymOf("user", identity) };
    const user = userOf(session);
    const fields = FIELDS.filter((name) => isGiven(user[name]));
    // The core compares all fields of users who have none of these.
    if (!fields.length) return { id: pseudonymOf("user", user) };
    return Object.fromEntries(fields.map((name) => [name, pseudonymOf(name, user[name])]));
  }

  return (session) => ({ user: pseudonymsOf(session), expires: session.expires }) as SessionBase;
}
