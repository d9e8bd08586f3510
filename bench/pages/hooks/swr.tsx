import type { ReactNode } from "react";
import useSWR, { mutate, SWRConfig } from "swr";
import { fetchSession, type HandSession, postCredentials, postSignOut } from "./auth-requests.ts";

const key = "session";

interface ProviderProps {
  children: ReactNode;
  /** Seconds; 0: never. */
  refetchInterval?: number;
  /** From the server that has rendered the page. */
  session?: HandSession | null;
}

export function SessionProvider({ children, refetchInterval = 0, session }: ProviderProps) {
  const fallback = session === undefined ? {} : { [key]: session };
  const value = { refreshInterval: refetchInterval * 1000, fallback };
  return <SWRConfig value={value}>{children}</SWRConfig>;
}

export function useSession() {
  const { data, isLoading } = useSWR(key, fetchSession);
  if (isLoading && data === undefined) return { data, status: "loading" };
  return { data, status: data ? "authenticated" : "unauthenticated" };
}

let inFlight: Promise<HandSession | null | undefined> | undefined;

export function getSession() {
  inFlight ??= mutate(key, fetchSession(), { revalidate: false }).finally(
    () => (inFlight = undefined),
  );
  return inFlight;
}

export async function signIn(...args: Parameters<typeof postCredentials>) {
  await postCredentials(...args);
  await mutate(key);
}

export async function signOut() {
  await postSignOut();
  await mutate(key);
}
