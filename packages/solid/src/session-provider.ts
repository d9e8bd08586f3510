import { createSessionClient, type RegisteredSession, type SessionClient } from "@sojourn/core";
import {
  createComponent,
  createContext,
  createEffect,
  type JSX,
  splitProps,
  useContext,
} from "solid-js";
import type { SessionProviderProps, UseSessionResult } from "./types.ts";

type Client = SessionClient<RegisteredSession>;

/** What a provider provides to components. */
export interface SessionContextValue {
  readonly client: Client;
  /** The rendered session, if the client was created without it. */
  readonly rendered: RegisteredSession | null | undefined;
  /** Whether a component shows the current session already, and not the rendered one. */
  live?: boolean;
  /** Returns the accessor that all components without options share. */
  share?: (() => UseSessionResult) | undefined;
}

const SessionContext = createContext<SessionContextValue>();

/**
 * Shares one session among all components below. It is read when the first component uses it, and
 * not at all if `session` is given. Later changes of `session` and of the refetch options take
 * effect.
 *
 * @throws TypeError if `basePath` or `baseUrl` cannot be parsed
 */
export function SessionProvider(props: SessionProviderProps): JSX.Element {
  const [own, options] = splitProps(props, ["client", "children"]);
  const client = own.client ?? createSessionClient(options);

  // Effects never run on a server. There all requests may share a client, and it must not get the
  // session of one.
  createEffect(() => {
    client.hydrate(options.session);
    if (!own.client) client.setOptions({ ...options });
  });

  return createComponent(SessionContext.Provider, {
    value: { client, rendered: options.session },
    get children() {
      return own.children;
    },
  });
}

/** Returns what the nearest `SessionProvider` provides. @throws Error outside of a provider */
export function useSessionContext(): SessionContextValue {
  const context = useContext(SessionContext);
  if (context) return context;
  throw new Error("useSession needs a <SessionProvider>");
}

/** Returns the client of the nearest `SessionProvider`. @throws Error outside of a provider */
export function useSessionClient(): Client {
  return useSessionContext().client;
}
