import { QueryClient, QueryClientProvider, QueryObserver, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { fetchSession, postCredentials, postSignOut } from "./auth-requests.ts";

const queryClient = new QueryClient();
const key = ["session"];
const query = { queryKey: key, queryFn: fetchSession };

/** @param refetchInterval seconds; 0: never */
export function SessionProvider(props: { children: ReactNode; refetchInterval?: number }) {
  const refetchInterval = (props.refetchInterval ?? 0) * 1000 || false;
  queryClient.setDefaultOptions({ queries: { refetchInterval } });
  return <QueryClientProvider client={queryClient}>{props.children}</QueryClientProvider>;
}

export function useSession() {
  const { data, isPending } = useQuery(query);
  if (isPending) return { data, status: "loading" };
  return { data, status: data ? "authenticated" : "unauthenticated" };
}

export const getSession = () => queryClient.fetchQuery(query);

export async function signIn(...args: Parameters<typeof postCredentials>) {
  await postCredentials(...args);
  await queryClient.invalidateQueries({ queryKey: key });
}

export async function signOut() {
  await postSignOut();
  await queryClient.invalidateQueries({ queryKey: key });
}

/** One more, beside the page's own. */
export function createClient() {
  const client = new QueryClient();
  client.mount();
  return (listener: () => void) => new QueryObserver(client, query).subscribe(listener);
}
