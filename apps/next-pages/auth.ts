import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { findUser } from "common/users";

const THIRTY_DAYS = 30 * 24 * 60 * 60;

/** Seconds that a session lives without being read. */
const sessionMaxAge = Number(process.env.SESSION_MAX_AGE) || THIRTY_DAYS;

const isDevelopment = process.env.NODE_ENV === "development";

export const authOptions: NextAuthOptions = {
  secret: process.env.NEXTAUTH_SECRET ?? (isDevelopment ? "only-for-next-dev" : undefined),
  session: { strategy: "jwt", maxAge: sessionMaxAge },
  pages: { signIn: "/auth/signin", signOut: "/auth/signout" },
  providers: [
    CredentialsProvider({
      name: "your demo account",
      credentials: {
        username: { label: "Username", type: "text" },
        password: { label: "Password", type: "password" },
      },
      authorize(credentials) {
        const user = findUser(credentials?.username, credentials?.password);
        if (!user) return null;
        const { id, name, email, role } = user;
        return { id, name, email, role, image: null };
      },
    }),
  ],
  callbacks: {
    jwt({ token, user, trigger, session }) {
      if (user) token.role = user.role;
      // What a client sends to update() is a wish: nothing of it is taken unchecked.
      if (trigger === "update" && isValidName(session?.name)) token.name = session.name.trim();
      return token;
    },
    session({ session, token }) {
      session.user.role = token.role;
      return session;
    },
  },
};

function isValidName(name: unknown): name is string {
  return typeof name === "string" && name.trim().length > 0 && name.trim().length <= 40;
}
