import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";

export const authOptions: NextAuthOptions = {
  secret: "a secret of this app",
  providers: [
    CredentialsProvider({
      credentials: { username: {}, password: { type: "password" } },
      async authorize(form) {
        if (form?.username !== "ada" || form.password !== "lovelace") return null;
        return { id: "1", name: "Ada", email: "ada@example.com" };
      },
    }),
  ],
};
