"use client";

import { createSessionStore, isServer } from "@sojourn/core";
import * as React from "react";
import { registerClient } from "./current-client.ts";
import { addressOf, authServerOf } from "./auth-server-of.ts";
import { SessionContext, toContextValue } from "./session-context.ts";
import { isAddition, SessionLayer } from "./session-layer.tsx";
import type { SessionProviderProps } from "./types.ts";

// React 18 warns about layout effects on a server, where they never run.
const useLayoutEffect = isServer() ? React.useEffect : React.useLayoutEffect;

/**
 * Shares one session among all components below. It is read when the first component uses it, and
 * not at all if `session` is given. Later changes of `session` and the options take effect.
 *
 * Inside another provider of the same server, a `session` with more fields than the outer session
 * is shown as long as the outer session stays the same.
 *
 * @see https://next-auth.js.org/getting-started/client#sessionprovider
 */
export function SessionProvider(props: SessionProviderProps): React.JSX.Element {
  const outer = React.useContext(SessionContext);
  // This is decided once, because a change would mount all components below again.
  const [Provider] = React.useState(() => (isAddition(props, outer) ? SessionLayer : SessionRoot));
  return <Provider {...props} />;
}

function SessionRoot(props: SessionProviderProps): React.JSX.Element {
  const { children, client: given, ...options } = props;
  const { session, refetchInterval, refetchOnWindowFocus, refetchWhenOffline } = options;
  const isNested = !!React.useContext(SessionContext);

  const authServer = authServerOf(props);
  const createOwn = () => ({
    authServer,
    client: createSessionStore({ ...options, ...addressOf(props) }),
  });
  const [own, setOwn] = React.useState(createOwn);
  // Another server has another session; see
  // https://react.dev/reference/react/useState#storing-information-from-previous-renders
  if (own.authServer !== authServer) setOwn(createOwn());
  const client = given ?? own.client;
  // On a server all requests may share a client of the app, and it must not get the session of one.
  const [rendered] = React.useState(session);
  const ownAuthServer = given ? undefined : authServer;
  const value = React.useMemo(
    () => toContextValue({ client, rendered, authServer: ownAuthServer }),
    [client, rendered, ownAuthServer],
  );

  // This runs before all effects of children, which may call `signIn` or `getSession`.
  React.useInsertionEffect(
    () => (isNested ? undefined : registerClient(client)),
    [client, isNested],
  );
  // The effect runs again when a hidden part of the page is shown. The same session is not handed over
  // twice.
  const lastHandover = React.useRef<readonly unknown[]>([]);
  useLayoutEffect(() => {
    const [lastClient, lastSession] = lastHandover.current;
    if (lastClient === client && lastSession === session) return;
    lastHandover.current = [client, session];
    client.hydrate(session);
  }, [client, session]);
  useLayoutEffect(() => {
    if (!given) client.setOptions({ refetchInterval, refetchOnWindowFocus, refetchWhenOffline });
  }, [client, given, refetchInterval, refetchOnWindowFocus, refetchWhenOffline]);

  return <SessionContext.Provider value={value}>{children}</SessionContext.Provider>;
}
