import type { ExpressAuthConfig } from "@auth/express";
import Credentials from "@auth/express/providers/credentials";
import { adapter } from "../adapter.ts";
import { authorize } from "../authorize.ts";
import { providerFlows } from "../provider-flows.ts";
import { isValidName, isWelcome } from "../users.ts";
import { cookies } from "./cookies.ts";

const THIRTY_DAYS = 30 * 24 * 60 * 60;

/** Sessions in a database are none of the credentials provider's. */
const hasDatabaseSessions = process.env["SESSION_STRATEGY"] === "database";

const credentials = Credentials({
  name: "your demo account",
  credentials: { username: { label: "Username" }, password: { type: "password" } },
  authorize,
});

export const authConfig: ExpressAuthConfig = {
  secret: process.env["AUTH_SECRET"],
  logger: {
    warn(code) {
      // That AUTH_URL has no path is on purpose: the handlers' one is where they are mounted.
      if (code === "env-url-basepath-redundant") return;
      // Of passkeys it would be said with each request.
      if (code !== "experimental-webauthn") console.error(`[auth] ${code}`);
    },
  },
  adapter,
  cookies,
  experimental: { enableWebAuthn: true },
  session: {
    strategy: hasDatabaseSessions ? "database" : "jwt",
    maxAge: Number(process.env["SESSION_MAX_AGE"]) || THIRTY_DAYS,
  },
  pages: {
    signIn: "/auth/signin",
    error: "/auth/signin",
    verifyRequest: "/auth/sent",
    newUser: process.env["NEW_USER_PAGE"],
  },
  providers: hasDatabaseSessions ? providerFlows : [credentials, ...providerFlows],
  callbacks: {
    signIn: ({ user }) => isWelcome(user.email),
    jwt({ token, account, trigger, session }) {
      // For the log-out at the provider, so it is of no other one. It stays in this token, which
      // only the server can read.
      if (account) token["idToken"] = account.provider === "openid" ? account.id_token : undefined;
      // What a client sends to update() is a wish: nothing of it is taken unchecked.
      if (trigger === "update" && isValidName(session?.name)) token.name = session.name.trim();
      return token;
    },
    session({ session: { user, expires } }) {
      // With a database, what comes in holds the session token too: that stays here.
      return { user: { name: user.name, email: user.email }, expires };
    },
  },
};
