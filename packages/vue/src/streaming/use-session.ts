import { isServer, type RegisteredSession, type SessionObserver } from "@sojourn/core";
import { isAwaitingSession, whenKnown, whenStreamed } from "@sojourn/core/streaming";
import { inject, shallowRef, triggerRef } from "vue";
import { useSojourn } from "../plugin.ts";
import type { SojournContext, UseSessionOptions } from "../types.ts";
import { useSession as usePlainSession } from "../use-session.ts";
import { streamKey } from "./plugin.ts";
import type { KnownResult, UseSessionResult } from "./types.ts";

type Observer = SessionObserver<RegisteredSession>;

/**
 * Returns the session in refs, with `suspense()`, which resolves when the session is known. Call it
 * in `setup`.
 *
 * @throws Error if the plugin is not installed
 */
export function useSession<R extends boolean = false, T = RegisteredSession>(
  options?: UseSessionOptions<R, T>,
): UseSessionResult<R, T> {
  const context = useSojourn();
  const { client } = context;
  const promise = inject(streamKey, undefined);
  // The rendered session, which is known only when the promise has settled.
  const rendered = shallowRef(context.rendered);

  /** An observer that hydrates with the rendered session, and shows it until the client knows one. */
  function createObserver(): Observer {
    let source = rendered.value;
    let observer = client.observe(source);
    const current = (): Observer => {
      if (source === rendered.value) return observer;
      source = rendered.value;
      observer = client.observe(source);
      return observer;
    };
    return {
      getSnapshot: (view) =>
        rendered.value !== undefined && isAwaitingSession(client)
          ? current().getServerSnapshot(view)
          : current().getSnapshot(view),
      getServerSnapshot: (view) => current().getServerSnapshot(view),
      takeSignedOut: () => observer.takeSignedOut(),
      requireSession: (onUnauthenticated) => observer.requireSession(onUnauthenticated),
    };
  }
  const own: SojournContext = {
    ...context,
    client: { ...client, observe: createObserver },
    all: undefined,
  };
  const result = usePlainSession<R, T>(options, own);

  async function suspense(): Promise<KnownResult<R, T>> {
    const streamed = promise && (await whenStreamed(client, promise));
    if (streamed !== undefined) rendered.value = streamed;
    const isShown = rendered.value !== undefined && (isServer() || isAwaitingSession(client));
    if (!isShown && !isServer() && client.getSnapshot().status === "loading") {
      await whenKnown(client);
    }
    // The refs read again.
    triggerRef(rendered);
    // Only a server that has no session is still "loading" here.
    return result as unknown as KnownResult<R, T>;
  }

  return { ...result, suspense };
}
