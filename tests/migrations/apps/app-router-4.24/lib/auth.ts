import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";

export const authOptions: NextAuthOptions = {
  secret: "a secret of app-router-4.24",
  session: { strategy: "jwt" },
  pages: { signIn: "/signin" },
  providers: [
    CredentialsProvider({
      name: "Credentials",
      credentials: { username: { label: "User name" }, password: { type: "password" } },
      async authorize(credentials) {
        if (credentials?.username !== "ada" || credentials.password !== "lovelace") return null;
        return { id: "1", name: "Ada", email: "ada@example.com" };
      },
    }),
  ],
  callbacks: {
    jwt({ token, user, trigger, session }) {
      if (user) token.id = user.id;
      if (trigger === "update" && typeof session?.name === "string") token.name = session.name;
      return token;
    },
    session({ session, token }) {
      const { id, name, email } = token;
      session.user = name && email ? { id, name, email } : null;
      return session;
    },
  },
};
