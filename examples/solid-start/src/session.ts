import { query } from "@solidjs/router";
import { currentSession, requireSession } from "./auth.ts";

/** Who is signed in. */
export const getSession = query(async () => {
  "use server";
  return currentSession();
}, "session");

/** Who is signed in. Others go to the sign-in page, which leads back to `path`. */
export const getUser = query(async (path: string) => {
  "use server";
  const session = await requireSession(path);
  return session?.user;
}, "user");

/** For whom the server renders. */
export const getGreeting = query(async () => {
  "use server";
  const session = await currentSession();
  return `The server has rendered this for ${session?.user?.name ?? "nobody"}.`;
}, "greeting");
