/** The session of this app's server. */
export interface PlainSession {
  user?: { name?: string | null; email?: string | null };
  expires: string;
}

/** What the server has rendered a page with. */
export interface PageData {
  /** It is missing if it could not be read. */
  session?: PlainSession | null;
  /** Whether the session comes after the page's shell. */
  isStreamed?: boolean;
}

/** What a page shows as the user. */
export function badgeOf(session: PlainSession | null | undefined): [status: string, text: string] {
  if (session === undefined) return ["loading", "Checking…"];
  if (!session) return ["unauthenticated", "Signed out"];
  return ["authenticated", session.user?.name ?? session.user?.email ?? ""];
}
