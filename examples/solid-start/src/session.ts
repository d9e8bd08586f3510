import { query, redirect } from "@solidjs/router";
import { toSignIn } from "@sojourn/solid/start/server";
import { getRequestEvent } from "solid-js/web";
import { currentSession } from "./auth.ts";

/** Who is signed in. */
export const getSession = query(async () => {
  "use server";
  return currentSession();
}, "session");

/**
 * The user, or none if the session could not be read. Who is not signed in goes to the sign-in page,
 * which leads back to `path`.
 */
export const getUser = query(async (path: string) => {
  "use server";
  const session = await currentSession();
  const page = new URL(path, getRequestEvent()?.request.url);
  if (session === null) throw redirect(toSignIn({ url: page }));
  return { user: session?.user };
}, "user");

/** For whom the server renders. */
export const getGreeting = query(async () => {
  "use server";
  const session = await currentSession();
  if (session === undefined) return "The server could not read the session.";
  return `The server has rendered this for ${session?.user?.name ?? "nobody"}.`;
}, "greeting");
