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

/** What a provider brings to components. */
export interface SessionContextValue {
  readonly client: Client;
  /** What the server has rendered, where the client was not made with it. */
  readonly rendered: RegisteredSession | null | undefined;
  /** Whether a component shows what is known by now, and no longer what is rendered. */
  live?: boolean;
  /** Has a component share the one look of all that want to see the whole session. */
  share?: (() => UseSessionResult) | undefined;
}

const SessionContext = createContext<SessionContextValue>();

/**
 * Shares one session among all components below. It is not fetched before one of them reads it, and
 * not at all if `session` is given. Later changes of `session` and of the refetch options are adopted.
 *
 * @throws TypeError if `basePath` or `baseUrl` cannot be parsed
 */
export function SessionProvider(props: SessionProviderProps): JSX.Element {
  const [own, options] = splitProps(props, ["client", "children"]);
  const client = own.client ?? createSessionClient(options);

  // Never on a server: a client may be that of all requests, and must not learn the user of one.
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

/** What the nearest `SessionProvider` has brought. @throws Error outside of one */
export function useSessionContext(): SessionContextValue {
  const context = useContext(SessionContext);
  if (context) return context;
  throw new Error("useSession needs a <SessionProvider>");
}

/** The client of the nearest `SessionProvider`: all of `@sojourn/core`. @throws Error outside of one */
export function useSessionClient(): Client {
  return useSessionContext().client;
}
