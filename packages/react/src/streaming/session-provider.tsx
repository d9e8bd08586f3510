"use client";

import { isServer } from "@sojourn/core";
import { isPromise, streamSession } from "@sojourn/core/streaming";
import * as React from "react";
import { useSessionSource } from "../session-context.ts";
import { SessionProvider as PlainProvider } from "../session-provider.tsx";
import { StreamContext, type Streamed } from "./stream-context.ts";
import type { SessionProviderProps } from "./types.ts";

const ignore = (): void => {};

/**
 * A `SessionProvider` whose `session` may be a promise, so that a layout does not hold up the page:
 * `<SessionProvider session={auth()}>`. Until it settles, the status is "loading" and no request is
 * made. If it rejects, the browser reads the session. All other props are those of
 * `@sojourn/react`.
 */
export function SessionProvider(props: SessionProviderProps): React.JSX.Element {
  const { session, children, ...options } = props;
  const promise = isPromise(session) ? session : undefined;
  return (
    <PlainProvider {...options} session={isPromise(session) ? undefined : session}>
      <Stream promise={promise}>{children}</Stream>
    </PlainProvider>
  );
}

interface StreamProps {
  promise: Streamed;
  children: React.ReactNode;
}

function Stream({ promise, children }: StreamProps): React.JSX.Element {
  const { client } = useSessionSource();
  // Components suspend for the first promise only. Later ones must not hide what is shown.
  const [first] = React.useState(() => {
    // On a server the promise may reject while nobody waits for it, which would end the process.
    if (isServer()) promise?.then(ignore, ignore);
    // A component that suspends needs it before this one is mounted.
    else if (promise) streamSession(client, promise);
    return promise;
  });
  // This runs before all effects of children, which may subscribe.
  React.useInsertionEffect(
    () => (promise ? streamSession(client, promise) : undefined),
    [client, promise],
  );
  const awaited = promise && first;
  return <StreamContext.Provider value={awaited}>{children}</StreamContext.Provider>;
}
