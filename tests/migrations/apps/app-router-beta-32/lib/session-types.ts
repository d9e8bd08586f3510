import type { getSession, signIn, signOut, useSession } from "next-auth/react";

/** What components hand on, without a name of next-auth's own. */
export type SessionData = ReturnType<typeof useSession>["data"];
export type SignedIn = NonNullable<SessionData>;
export type Status = ReturnType<typeof useSession>["status"];
export type UpdateSession = ReturnType<typeof useSession>["update"];
export type FetchedSession = Awaited<ReturnType<typeof getSession>>;

export type SignInArguments = Parameters<typeof signIn>;
export type SignInResult = Awaited<ReturnType<typeof signIn>>;
export type SignOutOptions = NonNullable<Parameters<typeof signOut>[0]>;
