const messages: Record<string, string> = {
  AccessDenied: "You have no access here.",
  CredentialsSignin: "That username and password don’t belong together.",
  SessionRequired: "Please sign in to see that page.",
  unreachable: "The server can’t be reached. Please try again.",
};

/** What to tell a visitor about an error of a sign-in; nothing where there was none. */
export function messageFor(error: string | null | undefined): string | null {
  return error ? (messages[error] ?? `Signing in failed (${error}).`) : null;
}
