import { useSignal } from "@preact/signals";
import type { Session, SessionClient, SessionView } from "@sojourn/core";
import { type ComponentChildren, createContext } from "preact";
import { useContext, useLayoutEffect, useMemo } from "preact/hooks";

/** What a page gives to its components. */
interface Source {
  client: SessionClient<Session>;
  /** The session with which a server has rendered the page, if one has. */
  session?: Session | null | undefined;
}

/** Options of `useSession`. */
interface Options<T, R extends boolean> extends SessionView<Session, T, R> {
  /** Called, where `required`, in place of the navigation to the sign-in page. */
  onUnauthenticated?: (() => void) | undefined;
}

const SourceContext = createContext<Source | null>(null);

/** Gives the session of a client to the components in it. */
export function SessionProvider({ children, ...source }: Source & { children: ComponentChildren }) {
  return <SourceContext.Provider value={source}>{children}</SourceContext.Provider>;
}

function useSource(): Source {
  const source = useContext(SourceContext);
  if (!source) throw new Error("useSession needs a <SessionProvider client={client}>.");
  return source;
}

/** The client of the page. */
export const useSessionClient = () => useSource().client;

/** The session, in a component that follows each change of what it reads. */
export function useSession<T = Session, R extends boolean = false>(options: Options<T, R> = {}) {
  const { client, session } = useSource();
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the client is given a later session
  const observer = useMemo(() => client.observe(session), [client]);
  const snapshot = useSignal(observer.getServerSnapshot(options)); // so that hydration fits …
  useLayoutEffect(() => client.hydrate(session), [client, session]);
  useLayoutEffect(() => {
    const refresh = () => void (snapshot.value = observer.getSnapshot(options));
    const ends = [client.subscribe(refresh)];
    if (options.required) ends.push(observer.requireSession(options.onUnauthenticated));
    refresh(); // … and before anybody sees it, what is known now.
    return () => ends.forEach((end) => end());
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the first options count
  }, [client]);
  return snapshot.value;
}
