import NextAuth, { getServerSession, type AuthOptions, type Session } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import { getToken, type JWT } from "next-auth/jwt";
import GitHub, { type GithubProfile } from "next-auth/providers/github";
import { getSession, SessionProvider, signIn } from "next-auth/react";
import { getSession as getOurs } from "@sojourn/react";

declare module "next-auth" {
  interface Session {
    user: { id: string; name: string; role: "admin" | "member" };
  }
  interface User {
    role: "admin" | "member";
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    role: "admin" | "member";
  }
}

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? 1 : 0;
type Role = "admin" | "member";

export const checks: [
  Equal<Session["user"]["role"], Role>,
  Equal<NonNullable<Awaited<ReturnType<typeof getSession>>>["user"]["role"], Role>,
  Equal<NonNullable<Awaited<ReturnType<typeof getOurs>>>["user"]["role"], Role>,
  Equal<JWT["role"], Role>,
  Equal<GithubProfile["login"], string>,
] = [1, 1, 1, 1, 1];

export const options: AuthOptions = {
  providers: [GitHub({ clientId: "", clientSecret: "" })],
  callbacks: {
    session: ({ session, token }) => ({ ...session, user: { ...session.user, role: token.role } }),
  },
};
export const handler = NextAuth(options);
export const used: unknown[] = [
  getServerSession,
  getToken,
  SessionProvider,
  signIn,
  getSession,
  getOurs,
];
export type AnAdapter = Adapter;
