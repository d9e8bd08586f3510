import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";

export const authOptions: NextAuthOptions = {
  secret: "a secret of this app",
  session: { strategy: "jwt" },
  pages: { signIn: "/sign-in" },
  providers: [
    CredentialsProvider({
      credentials: { username: { label: "Name" }, password: { label: "Password" } },
      async authorize(credentials) {
        if (credentials?.username !== "ada" || credentials.password !== "lovelace") return null;
        return { id: "1", name: "Ada", email: "ada@example.com", role: "admin" };
      },
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      if (user) token.role = user.role;
      return token;
    },
    session({ session, token }) {
      session.user.id = token.sub ?? "";
      session.user.role = token.role ?? "member";
      return session;
    },
  },
};
