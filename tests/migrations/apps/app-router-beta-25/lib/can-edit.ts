import type { Session } from "next-auth";

export function canEdit(session: Session | null): boolean {
  return session?.user.role === "editor";
}
