import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";

export const { auth, handlers } = NextAuth({
  secret: "a secret of this environment",
  providers: [
    Credentials({
      id: "wallet",
      name: "Wallet",
      credentials: { message: {}, signature: {} },
      authorize: ({ signature }) => (signature === "0x1815" ? { id: "1", name: "Ada" } : null),
    }),
  ],
});
