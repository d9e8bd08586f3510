"use client";

import { createSessionStore, isServer } from "@sojourn/core";
import * as React from "react";
import { registerClient } from "./current-client.ts";
import { addressOf, authServerOf } from "./auth-server-of.ts";
import { SessionContext, toContextValue } from "./session-context.ts";
import { isAddition, SessionLayer } from "./session-layer.tsx";
import type { SessionProviderProps } from "./types.ts";

// On a server React would warn of a layout effect, which never runs there.
const useLayoutEffect = isServer() ? React.useEffect : React.useLayoutEffect;

/**
 * Shares one session among all components below. It is not fetched before one of them reads it,
 * and not at all if `session` is given. Later changes of `session` and the options are adopted.
 *
 * Within another provider of the same server, a `session` that adds something to that one's is shown
 * with what it adds, as long as that one's does not change to another.
 *
 * @see https://next-auth.js.org/getting-started/client#sessionprovider
 */
export function SessionProvider(props: SessionProviderProps): React.JSX.Element {
  const outer = React.useContext(SessionContext);
  // Once and for all: a provider that changed its kind would begin anew.
  const [Kind] = React.useState(() => (isAddition(props, outer) ? SessionLayer : SessionRoot));
  return <Kind {...props} />;
}

function SessionRoot(props: SessionProviderProps): React.JSX.Element {
  const { children, client: given, ...options } = props;
  const { session, refetchInterval, refetchOnWindowFocus, refetchWhenOffline } = options;
  const isNested = !!React.useContext(SessionContext);

  const authServer = authServerOf(props);
  const make = () => ({
    authServer,
    client: createSessionStore({ ...options, ...addressOf(props) }),
  });
  const [own, setOwn] = React.useState(make);
  // Another server is another session; see https://react.dev/reference/react/useState#storing-information-from-previous-renders
  if (own.authServer !== authServer) setOwn(make());
  const client = given ?? own.client;
  // A client of the app's own may be shared by requests, and must not learn the session of one.
  const [rendered] = React.useState(session);
  const ownAuthServer = given ? undefined : authServer;
  const value = React.useMemo(
    () => toContextValue({ client, rendered, authServer: ownAuthServer }),
    [client, rendered, ownAuthServer],
  );

  // Before any effect of a child, which may call `signIn` or `getSession`.
  React.useInsertionEffect(
    () => (isNested ? undefined : registerClient(client)),
    [client, isNested],
  );
  // What a hidden part of the page was given is no news when that part is shown again.
  const handed = React.useRef<readonly unknown[]>([]);
  useLayoutEffect(() => {
    const [lastClient, lastSession] = handed.current;
    if (lastClient === client && lastSession === session) return;
    handed.current = [client, session];
    client.hydrate(session);
  }, [client, session]);
  useLayoutEffect(() => {
    if (!given) client.setOptions({ refetchInterval, refetchOnWindowFocus, refetchWhenOffline });
  }, [client, given, refetchInterval, refetchOnWindowFocus, refetchWhenOffline]);

  return <SessionContext.Provider value={value}>{children}</SessionContext.Provider>;
}
