import type { ReactNode } from "react";
import useSWR, { mutate, SWRConfig } from "swr";
import { fetchSession, postCredentials, postSignOut } from "./auth-requests.ts";

const key = "session";

/** @param refetchInterval seconds; 0: never */
export function SessionProvider(props: { children: ReactNode; refetchInterval?: number }) {
  const refreshInterval = (props.refetchInterval ?? 0) * 1000;
  return <SWRConfig value={{ refreshInterval }}>{props.children}</SWRConfig>;
}

export function useSession() {
  const { data, isLoading } = useSWR(key, fetchSession);
  if (isLoading) return { data, status: "loading" };
  return { data, status: data ? "authenticated" : "unauthenticated" };
}

export const getSession = () => mutate(key, fetchSession());

export async function signIn(...args: Parameters<typeof postCredentials>) {
  await postCredentials(...args);
  await mutate(key);
}

export async function signOut() {
  await postSignOut();
  await mutate(key);
}
