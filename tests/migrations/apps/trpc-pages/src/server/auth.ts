import type { GetServerSidePropsContext } from "next";
import { type DefaultSession, getServerSession, type NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";

declare module "next-auth" {
  interface Session extends DefaultSession {
    user: { id: string } & DefaultSession["user"];
  }
}

export const authOptions: NextAuthOptions = {
  secret: "a-secret-that-is-written-down",
  callbacks: {
    session: ({ session, token }) => ({
      ...session,
      user: { ...session.user, id: token.sub ?? "" },
    }),
  },
  providers: [
    CredentialsProvider({
      credentials: {
        username: { label: "Name", type: "text" },
        password: { label: "Password", type: "password" },
      },
      authorize(credentials) {
        if (credentials?.username !== "ada" || credentials.password !== "lovelace") return null;
        return { id: "1", name: "Ada", email: "ada@example.com" };
      },
    }),
  ],
};

/** The session of a request, so that no page has to import the options. */
export function getServerAuthSession(ctx: Pick<GetServerSidePropsContext, "req" | "res">) {
  return getServerSession(ctx.req, ctx.res, authOptions);
}
