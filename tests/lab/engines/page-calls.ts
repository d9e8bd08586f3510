/**
 * Runs in a page: signs in without leaving it.
 *
 * @returns when it was begun: milliseconds by the clock of what is shown
 */
export async function signInInPage(credentials: Record<string, string>): Promise<number> {
  const calledAt = performance.timeOrigin + performance.now();
  await window.lab.client.signIn("credentials", { ...credentials, redirect: false });
  return calledAt;
}

/** Runs in a page: signs out without leaving it, like {@link signInInPage}. */
export async function signOutInPage(): Promise<number> {
  const calledAt = performance.timeOrigin + performance.now();
  await window.lab.client.signOut({ redirect: false });
  return calledAt;
}
