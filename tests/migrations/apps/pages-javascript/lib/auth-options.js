import CredentialsProvider from "next-auth/providers/credentials";
import GitHubProvider from "next-auth/providers/github";

/** @type {import("next-auth").NextAuthOptions} */
export const authOptions = {
  secret: "a secret of this app",
  pages: { signIn: "/sign-in" },
  providers: [
    GitHubProvider({ clientId: "an id", clientSecret: "a secret" }),
    CredentialsProvider({
      name: "Password",
      credentials: { username: {}, password: { type: "password" } },
      async authorize({ username, password }) {
        if (username !== "ada" || password !== "lovelace") return null;
        return { id: "1", name: "Ada", email: "ada@example.com" };
      },
    }),
  ],
};
