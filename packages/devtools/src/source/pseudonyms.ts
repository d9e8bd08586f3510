import type { SessionBase } from "@sojourn/core";

/** What distinguishes one user from another, as the core looks for it. */
const FIELDS = ["id", "sub", "email", "username", "name"];

function identityOf(user: unknown): unknown {
  const fields = Object(user) as Record<string, unknown>;
  const name = FIELDS.find((it) => fields[it] !== undefined && fields[it] !== null);
  return name === undefined ? user : fields[name];
}

/**
 * Creates a `redact` that keeps no personal data: `expires`, and a number for each user, so that a
 * replay still tells users apart.
 *
 * @param identify the client's own option, if it has it
 */
export function createPseudonyms(
  identify: ((session: never) => unknown) | undefined,
): (session: SessionBase) => SessionBase {
  const known: (string | undefined)[] = [];

  return (session) => {
    // The session comes from the client that has this option.
    const identity = identify ? identify(session as never) : identityOf(session.user);
    const key = JSON.stringify(identity);
    const index = known.indexOf(key);
    const number = index < 0 ? known.push(key) : index + 1;
    return { user: { id: `user ${number}` }, expires: session.expires } as SessionBase;
  };
}
