import { adapter } from "shared/adapter";
import { authorize } from "shared/authorize";
import { providerFlows } from "shared/provider-flows";
import { isValidName, isWelcome, roleOf } from "shared/users";
import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";

const THIRTY_DAYS = 30 * 24 * 60 * 60;

const isDevelopment = process.env.NODE_ENV === "development";

/** Sessions in a database are none of the credentials provider's. */
const hasDatabaseSessions = process.env.SESSION_STRATEGY === "database";

const credentials = Credentials({
  name: "your demo account",
  credentials: { username: { label: "Username" }, password: { type: "password" } },
  authorize,
});

export const { handlers, auth, signIn, signOut } = NextAuth({
  secret: process.env.AUTH_SECRET ?? (isDevelopment ? "only-for-next-dev" : undefined),
  trustHost: isDevelopment || undefined,
  logger: {
    warn(code) {
      // Of passkeys it would be said with each request.
      if (code !== "experimental-webauthn") console.error(`[auth] ${code}`);
    },
  },
  adapter,
  experimental: { enableWebAuthn: true },
  session: {
    strategy: hasDatabaseSessions ? "database" : "jwt",
    maxAge: Number(process.env.SESSION_MAX_AGE) || THIRTY_DAYS,
  },
  pages: {
    signIn: "/auth/signin",
    signOut: "/auth/signout",
    error: "/auth/signin",
    verifyRequest: "/auth/sent",
    newUser: process.env.NEW_USER_PAGE,
  },
  providers: hasDatabaseSessions ? providerFlows : [credentials, ...providerFlows],
  callbacks: {
    signIn: ({ user }) => isWelcome(user.email),
    jwt({ token, trigger, session }) {
      // What a client sends to update() is a wish: nothing of it is taken unchecked.
      if (trigger === "update" && isValidName(session?.name)) token.name = session.name.trim();
      return token;
    },
    session({ session: { user, expires } }) {
      const { name, email, image } = user;
      // With a database, what comes in holds the session token too: that stays here.
      return { user: { name, email, image, role: roleOf(email) }, expires };
    },
  },
});
