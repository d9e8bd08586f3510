import NextAuth, { type User } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { isSignedBy } from "@/lib/wallet";

const ada: User = { id: "1", name: "Ada", email: "ada@example.com" };

export const { auth, handlers } = NextAuth({
  secret: "a secret of wallet-kit-5",
  providers: [
    Credentials({
      id: "wallet",
      name: "Wallet",
      credentials: { message: {}, signature: {} },
      authorize({ message, signature }) {
        return isSignedBy("0x1815", String(message), String(signature)) ? ada : null;
      },
    }),
    Credentials({
      credentials: { username: {}, password: { type: "password" } },
      authorize({ username, password }) {
        return username === "ada" && password === "lovelace" ? ada : null;
      },
    }),
  ],
  callbacks: {
    session({ session, token }) {
      session.user.id = token.sub ?? "";
      return session;
    },
  },
});
