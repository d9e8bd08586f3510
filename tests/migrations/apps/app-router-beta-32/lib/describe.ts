import type { FetchedSession, SessionData, SignedIn, Status } from "./session-types";

/** A part of a session, or what there is to say without one. */
export function pick<T>(
  data: SessionData | FetchedSession,
  part: (session: SignedIn) => T,
  otherwise: NonNullable<T>,
): NonNullable<T> {
  return (data && part(data)) ?? otherwise;
}

export function describe(data: SessionData, status: Status): string {
  if (status === "loading") return "One moment …";
  const name = pick(data, ({ user }) => user.name, "nobody");
  return pick(data, ({ user }) => user.isDecorated, false) ? `${name} with a medal` : name;
}

export const namesOf = (sessions: SessionData[]): string[] =>
  sessions.map((data) => pick(data, ({ user }) => user.name, "nobody"));
