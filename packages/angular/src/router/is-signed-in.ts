import type { SojournContext } from "../types.ts";

/**
 * Returns whether somebody is signed in, once that is known; `undefined` if it could not be read. It
 * asks the server only if nothing is known yet.
 */
export async function isSignedIn(context: SojournContext): Promise<boolean | undefined> {
  const { client, rendered, onServer } = context;
  if (onServer) return rendered === undefined ? undefined : rendered !== null;
  // What is known has to follow the other tabs from now on.
  context.watch();
  await client.getSession({ maxAge: Infinity });
  const { status, error } = client.getSnapshot();
  if (status === "authenticated") return true;
  return status === "loading" || error ? undefined : false;
}
