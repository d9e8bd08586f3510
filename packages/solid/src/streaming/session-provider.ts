import { isServer, type RegisteredSession } from "@sojourn/core";
import { isPromise, streamSession, type SessionPromise } from "@sojourn/core/streaming";
import {
  createComponent,
  createContext,
  createEffect,
  createMemo,
  type JSX,
  mergeProps,
  onCleanup,
  splitProps,
  untrack,
} from "solid-js";
import { SessionProvider as PlainProvider, useSessionClient } from "../session-provider.ts";
import type { SessionProviderProps } from "./types.ts";

type Streamed = SessionPromise<RegisteredSession> | undefined;

/** The first promise of the provider, for which components suspend. */
export const StreamContext: ReturnType<typeof createContext<Streamed>> = createContext<Streamed>();

const ignore = (): void => {};

/**
 * A `SessionProvider` whose `session` may be a promise. Until it settles, the status is "loading"
 * and no request is made. If it rejects, the browser reads the session. Later promises are handed
 * over when they resolve.
 *
 * @throws TypeError if `basePath` or `baseUrl` cannot be parsed
 */
export function SessionProvider(props: SessionProviderProps): JSX.Element {
  // The prop may be a getter that makes a new promise each time.
  const session = createMemo(() => props.session);
  const promise = (): Streamed => {
    const given = session();
    return isPromise(given) ? given : undefined;
  };

  function Receiver(): JSX.Element {
    const client = useSessionClient();
    const first = untrack(promise);
    // On a server it may reject while nobody waits for it, which would end the process.
    if (isServer()) first?.then(ignore, ignore);
    // This comes before all effects of children, which may subscribe.
    else if (first) streamSession(client, first);
    createEffect(() => {
      const next = promise();
      if (next) onCleanup(streamSession(client, next));
    });
    return createComponent(StreamContext.Provider, {
      value: first,
      get children() {
        return props.children;
      },
    });
  }

  const [, options] = splitProps(props, ["session", "children"]);
  return createComponent(
    PlainProvider,
    mergeProps(options, {
      get session() {
        const given = session();
        return isPromise(given) ? undefined : given;
      },
      get children() {
        return createComponent(Receiver, {});
      },
    }),
  );
}
