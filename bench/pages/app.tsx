import { type ComponentType, type ReactNode, useEffect, useLayoutEffect } from "react";
import { show } from "../../tests/lab/pages/shown.js";

interface ProviderProps {
  children: ReactNode;
  refetchInterval?: number;
  session?: object | null;
}

/** Calls back when the session has changed. */
export type Watch = (listener: () => void) => unknown;

/** A client, as its users import it. */
export interface Binding {
  SessionProvider: ComponentType<ProviderProps>;
  useSession(): { data?: { user?: { name?: string | null } } | null; status: string };
  getSession(): Promise<unknown>;
  signIn: unknown;
  /** Asks ahead for what a sign-in needs; absent where there is no such thing. */
  prepareSignIn?(): void;
  signOut: unknown;
  /** Makes one client more, to be watched without React; absent where there is no such thing. */
  createClient?(): Watch;
}

export interface AppProps {
  consumers: number;
  /** Seconds; none: never. */
  refetchInterval?: number;
  /** What a server would have rendered. */
  session?: object;
  /** Leaves out all that uses the session. */
  isEmpty?: boolean;
  /** Called when all components have run their effects. */
  onReady?(): void;
}

/** The same page for every client: one component that notes what it shows, and many that show it. */
export function createApp(
  { SessionProvider, useSession }: Binding,
  noteRender: () => void,
): ComponentType<AppProps> {
  function Screen() {
    const { data, status } = useSession();
    useLayoutEffect(() => show(status, data?.user?.name));
    return null;
  }

  function Consumer() {
    const { data, status } = useSession();
    noteRender();
    return <li>{data?.user?.name ?? status}</li>;
  }

  return function App({ consumers, refetchInterval, session, isEmpty, onReady }) {
    // Those of the components within have run by then.
    useEffect(() => onReady?.(), [onReady]);
    const content = (
      <>
        <Screen />
        <ul>
          {Array.from({ length: consumers }, (_, index) => (
            <Consumer key={index} />
          ))}
        </ul>
      </>
    );
    return (
      <SessionProvider {...(refetchInterval && { refetchInterval })} {...(session && { session })}>
        {!isEmpty && content}
      </SessionProvider>
    );
  };
}

const THIRTY_DAYS_MS = 30 * 24 * 3_600_000;

/** Ada's session, as a server would have rendered it. */
export function renderedSession(): object {
  const user = { id: "1", name: "Ada Lovelace", email: "ada@lab.test" };
  return { user, expires: new Date(Date.now() + THIRTY_DAYS_MS).toISOString() };
}
