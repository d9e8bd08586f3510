import { isServer, type RegisteredSession, type SessionClient } from "@sojourn/core";
import { isAwaitingSession, whenKnown, whenStreamed } from "@sojourn/core/streaming";
import { createResource, type Resource, useContext } from "solid-js";
import { useSessionContext, type SessionContextValue } from "../session-provider.ts";
import type { UseSessionOptions, UseSessionResult } from "../types.ts";
import { useSession as usePlainSession } from "../use-session.ts";
import { StreamContext } from "./session-provider.ts";
import type { SuspenseOptions, SuspenseResult } from "./types.ts";

type Client = SessionClient<RegisteredSession>;

/** The rendered session, as Solid sends it from the server to the browser. */
interface Known {
  readonly session: RegisteredSession | null | undefined;
}

/** Makes a client whose observers show the rendered session until the client knows one. */
function showRendered(client: Client, known: Resource<Known>): Client {
  return {
    ...client,
    observe(rendered) {
      let source = rendered;
      let observer = client.observe(source);
      const current = () => {
        // `latest` does not suspend.
        const streamed = known.latest?.session;
        const next = streamed === undefined ? rendered : streamed;
        if (next !== source) observer = client.observe((source = next));
        return observer;
      };
      return {
        getSnapshot: (view) =>
          isAwaitingSession(client)
            ? current().getServerSnapshot(view)
            : current().getSnapshot(view),
        getServerSnapshot: (view) => current().getServerSnapshot(view),
        takeSignedOut: () => observer.takeSignedOut(),
        requireSession: (onUnauthenticated) => observer.requireSession(onUnauthenticated),
      };
    },
  };
}

function createKnown({ client, rendered }: SessionContextValue): Resource<Known> {
  const streamed = useContext(StreamContext);
  const [known] = createResource<Known>(async () => {
    const session = streamed ? await whenStreamed(client, streamed) : rendered;
    const isShown = session !== undefined && isAwaitingSession(client);
    if (!isServer() && !isShown && client.getSnapshot().status === "loading") {
      await whenKnown(client);
    }
    return { session };
  });
  return known;
}

/**
 * Returns an accessor of the session. Reading it suspends until the session is known, as reading a
 * resource does.
 *
 * @throws Error outside of a `SessionProvider`
 */
export function useSession<R extends boolean = false, T = RegisteredSession>(
  options: SuspenseOptions<R, T>,
): SuspenseResult<R, T>;
/** Returns an accessor of the session, as the `useSession` of `@sojourn/solid` does. */
export function useSession<R extends boolean = false, T = RegisteredSession>(
  options?: UseSessionOptions<R, T>,
): UseSessionResult<R, T>;
export function useSession(
  options?: UseSessionOptions<boolean, unknown> & { suspense?: boolean },
): unknown {
  // oxlint-disable-next-line react/rules-of-hooks -- this is no hook of React
  return options?.suspense ? createSuspending(options) : usePlainSession(options);
}

function createSuspending(options: UseSessionOptions<boolean, unknown>): unknown {
  const context = useSessionContext();
  const known = createKnown(context);
  const session = usePlainSession(options, {
    client: showRendered(context.client, known),
    rendered: context.rendered,
  });
  const wait = <T>(read: () => T): T => {
    known();
    return read();
  };
  const accessor = () => wait(session);
  for (const name of ["status", "error", "isFetching"] as const) {
    Object.defineProperty(accessor, name, { get: () => wait(() => session[name]) });
  }
  const { signIn, signOut, update } = session;
  return Object.defineProperties(accessor, {
    signIn: { value: signIn },
    signOut: { value: signOut },
    update: { value: update },
  });
}
