const messages: Record<string, string> = {
  AccessDenied: "You have no access here.",
  AccountNotLinked: "That passkey is somebody else’s.",
  Callback: "The other site didn’t vouch for you.",
  CredentialsSignin: "That username and password don’t belong together.",
  EmailSignin: "That is no address to send a link to.",
  NotAllowedError: "No passkey was used.",
  OAuthAccountNotLinked: "Please sign in the way you did the first time.",
  OAuthCallbackError: "The other site didn’t vouch for you.",
  OAuthSignin: "The other site can’t be reached. Please try again.",
  SessionRequired: "Please sign in to see that page.",
  Verification: "That link has been used, or is too old. Ask for another.",
  unreachable: "The server can’t be reached. Please try again.",
};

/** What to tell a user about an error of a sign-in; nothing where there was none. */
export function messageFor(error: string | null | undefined): string | null {
  return error ? (messages[error] ?? `Signing in failed (${error}).`) : null;
}
