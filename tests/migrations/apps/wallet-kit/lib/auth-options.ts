import type { NextAuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { isSignedBy } from "./wallet";

const ada: User = { id: "1", name: "Ada", email: "ada@example.com" };

export const authOptions: NextAuthOptions = {
  secret: "a secret of this app",
  providers: [
    CredentialsProvider({
      id: "wallet",
      name: "Wallet",
      credentials: { message: {}, signature: {} },
      async authorize(proof) {
        return proof && isSignedBy("0x1815", proof.message, proof.signature) ? ada : null;
      },
    }),
    CredentialsProvider({
      credentials: { username: {}, password: { type: "password" } },
      async authorize(form) {
        return form?.username === "ada" && form.password === "lovelace" ? ada : null;
      },
    }),
  ],
  callbacks: {
    session({ session, token }) {
      session.user.id = token.sub ?? "";
      return session;
    },
  },
};
