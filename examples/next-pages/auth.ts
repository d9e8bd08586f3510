import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { adapter } from "shared/adapter";
import { findUser, isValidName, isWelcome, roleOf } from "shared/users";
import { providerFlows } from "./auth-provider-flows";

const THIRTY_DAYS = 30 * 24 * 60 * 60;

/** Seconds that a session lives without being read. */
const sessionMaxAge = Number(process.env.SESSION_MAX_AGE) || THIRTY_DAYS;

const isDevelopment = process.env.NODE_ENV === "development";

const isInDatabase = process.env.SESSION_STRATEGY === "database";

const credentials = CredentialsProvider({
  name: "your demo account",
  credentials: {
    username: { label: "Username", type: "text" },
    password: { label: "Password", type: "password" },
  },
  authorize(given) {
    const user = findUser(given?.username, given?.password);
    if (!user) return null;
    const { id, name, email, role } = user;
    return { id, name, email, role, image: null };
  },
});

export const authOptions: NextAuthOptions = {
  secret: process.env.NEXTAUTH_SECRET ?? (isDevelopment ? "only-for-next-dev" : undefined),
  // The adapters of v5 serve v4 too; their types differ in what v4 never calls.
  adapter: adapter as NextAuthOptions["adapter"],
  session: { strategy: isInDatabase ? "database" : "jwt", maxAge: sessionMaxAge },
  pages: {
    signIn: "/auth/signin",
    signOut: "/auth/signout",
    error: "/auth/signin",
    verifyRequest: "/auth/sent",
    newUser: process.env.NEW_USER_PAGE,
  },
  // Who has a username and a password has no account in the database.
  providers: isInDatabase ? providerFlows : [credentials, ...providerFlows],
  callbacks: {
    signIn: ({ user }) => isWelcome(user.email),
    jwt({ token, user, trigger, session }) {
      if (user) token.role = roleOf(user.email);
      // What a client sends to update() is a wish: nothing of it is taken unchecked.
      if (trigger === "update" && isValidName(session?.name)) token.name = session.name.trim();
      return token;
    },
    session({ session, token, user }) {
      // Without a token the session is one of the database, which knows no roles.
      session.user.role = token ? token.role : roleOf(user.email);
      return session;
    },
  },
};
