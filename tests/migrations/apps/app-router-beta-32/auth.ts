import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";

export const { auth, handlers } = NextAuth({
  secret: "a secret of app-router-beta-32",
  pages: { signIn: "/enter" },
  providers: [
    Credentials({
      credentials: { username: {}, password: {} },
      authorize({ username, password }) {
        if (username !== "ada" || password !== "lovelace") return null;
        return { id: "1", name: "Ada", email: "ada@example.com" };
      },
    }),
  ],
  callbacks: {
    jwt({ token, trigger, session }) {
      const name: unknown = session?.user?.name;
      if (trigger === "update" && typeof name === "string") token.name = name;
      return token;
    },
  },
});
