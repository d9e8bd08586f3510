import "server-only";
import { Auth, type AuthConfig } from "@auth/core";
import { readSession, toSignIn } from "@sojourn/core/server";
import type { RegisteredSession } from "@sojourn/solid";
import { redirect } from "@solidjs/router";
import { authConfig as sharedConfig } from "shared/auth-config";
import { roleOf } from "shared/users";
import { getRequestEvent, type RequestEvent } from "solid-js/web";

const authConfig: AuthConfig = {
  ...sharedConfig,
  basePath: "/api/auth",
  trustHost: true,
  callbacks: {
    ...sharedConfig.callbacks,
    session({ session: { user, expires } }) {
      const { name, email } = user;
      // With a database, what comes in holds the session token too: that stays here.
      return { user: { name, email, role: roleOf(email) }, expires };
    },
  },
};

/** The auth server. */
export const handleAuth = (request: Request): Promise<Response> => Auth(request, authConfig);

async function read({ request, response }: RequestEvent) {
  // A page with a user in it is for that user only.
  response.headers.set("Cache-Control", "private, no-store");
  const { session, headers } = await readSession(request, handleAuth);
  for (const cookie of headers.getSetCookie()) response.headers.append("Set-Cookie", cookie);
  return session;
}

/** The session of the request, which is read once. `undefined`: it could not be read. */
export function currentSession(): Promise<RegisteredSession | null | undefined> {
  const event = getRequestEvent();
  if (!event) throw new Error("There is no request.");
  return (event.locals["session"] ??= read(event));
}

/** Sends who is not signed in to the sign-in page, which leads back to `path`. */
export async function requireSession(path: string): Promise<RegisteredSession | undefined> {
  const session = await currentSession();
  if (session !== null) return session;
  const url = new URL(path, "http://localhost");
  throw redirect(toSignIn(new Request(url)));
}
