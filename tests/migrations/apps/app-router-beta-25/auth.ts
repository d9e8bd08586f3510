import NextAuth, { CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";

class WrongPassword extends CredentialsSignin {
  code = "wrong-password";
}

export const { auth, handlers, signIn, signOut } = NextAuth({
  secret: "a secret of app-router-beta-25",
  pages: { signIn: "/login" },
  providers: [
    Credentials({
      credentials: { username: {}, password: {} },
      authorize({ username, password }) {
        if (username !== "ada" || password !== "lovelace") throw new WrongPassword();
        return { id: "1", name: "Ada", email: "ada@example.com", role: "editor" };
      },
    }),
  ],
  callbacks: {
    authorized: ({ auth: session }) => !!session,
    jwt({ token, user }) {
      return user ? { ...token, role: user.role } : token;
    },
    session({ session, token }) {
      session.user.id = token.sub ?? "";
      session.user.role = token.role === "editor" ? "editor" : "reader";
      return session;
    },
  },
});
