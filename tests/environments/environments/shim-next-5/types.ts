import NextAuth, { type NextAuthConfig, type Session } from "next-auth";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { getToken, type JWT } from "next-auth/jwt";
import GitHub, { type GitHubProfile } from "next-auth/providers/github";
import { getSession, SessionProvider, signIn, type GetSessionParams } from "next-auth/react";
import { signIn as signInByPasskey } from "next-auth/webauthn";
import { getSession as getOurs } from "@sojourn/react";

declare module "next-auth" {
  interface Session {
    user: { id: string; name: string; role: "admin" | "member" };
  }
  interface User {
    role?: "admin" | "member";
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    role: "admin" | "member";
  }
}
declare module "next-auth/adapters" {
  interface AdapterUser {
    team: string;
  }
}
declare module "next-auth/react" {
  interface GetSessionParams {
    trace?: number;
  }
}

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? 1 : 0;
type Role = "admin" | "member";

export const checks: [
  Equal<Session["user"]["role"], Role>,
  Equal<NonNullable<Awaited<ReturnType<typeof getSession>>>["user"]["role"], Role>,
  Equal<NonNullable<Awaited<ReturnType<typeof getOurs>>>["user"]["role"], Role>,
  Equal<JWT["role"], Role>,
  Equal<AdapterUser["team"], string>,
  Equal<GetSessionParams["trace"], number | undefined>,
  Equal<NonNullable<Parameters<typeof getSession>[0]>["trace"], number | undefined>,
  Equal<GitHubProfile["login"], string>,
] = [1, 1, 1, 1, 1, 1, 1, 1];

export const config: NextAuthConfig = {
  providers: [GitHub],
  callbacks: {
    session: ({ session, token }) => ({ ...session, user: { ...session.user, role: token.role } }),
  },
};
const { auth, handlers } = NextAuth(config);
export const role: Promise<Role | undefined> = auth().then((it) => it?.user.role);
export const { GET } = handlers;
export const used: unknown[] = [
  getToken,
  SessionProvider,
  signIn,
  signInByPasskey,
  getSession,
  getOurs,
];
export type AnAdapter = Adapter;
