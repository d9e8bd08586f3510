import { QueryClient, QueryClientProvider, QueryObserver, useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext } from "react";
import { fetchSession, type HandSession, postCredentials, postSignOut } from "./auth-requests.ts";

const queryClient = new QueryClient();
const key = ["session"];
const query = { queryKey: key, queryFn: fetchSession };

interface ProviderProps {
  children: ReactNode;
  /** Seconds; 0: never. */
  refetchInterval?: number;
  /** From the server that has rendered the page. */
  session?: HandSession | null;
}

const InitialData = createContext<HandSession | null | undefined>(undefined);

export function SessionProvider({ children, refetchInterval = 0, session }: ProviderProps) {
  queryClient.setDefaultOptions({
    queries: { refetchInterval: refetchInterval * 1000 || false },
  });
  return (
    <QueryClientProvider client={queryClient}>
      <InitialData value={session}>{children}</InitialData>
    </QueryClientProvider>
  );
}

export function useSession() {
  const initialData = useContext(InitialData);
  const { data, isPending } = useQuery({
    ...query,
    ...(initialData !== undefined && { initialData }),
  });
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
