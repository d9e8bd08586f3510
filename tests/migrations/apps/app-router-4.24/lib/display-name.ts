import type { Session } from "next-auth";

export function displayName(session: Session | null): string {
  if (!session) return "nobody";
  return session.user ? session.user.name : "a guest";
}
