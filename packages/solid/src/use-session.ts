import type { RegisteredSession, SessionView } from "@sojourn/core";
import {
  createEffect,
  createMemo,
  createSignal,
  on,
  onCleanup,
  onMount,
  sharedConfig,
} from "solid-js";
import { useSessionContext } from "./session-provider.ts";
import type { UseSessionOptions, UseSessionResult } from "./types.ts";

/**
 * The session, by an accessor that tells only of what changes: `session()`, `session.status`. With
 * `select`, only of changes of the selected value.
 *
 * @throws Error outside of a `SessionProvider`
 */
export function useSession<R extends boolean = false, T = RegisteredSession>(
  options: UseSessionOptions<R, T> = {},
): UseSessionResult<R, T> {
  const { client, rendered } = useSessionContext();
  const [whole, observer] = [client.observe(rendered), client.observe(rendered)];
  // A server, and a component that hydrates, show what is rendered.
  const [turn, setTurn] = createSignal(sharedConfig.context ? 0 : 1);

  const known = createMemo(() =>
    turn() ? whole.getSnapshot().data : whole.getServerSnapshot().data,
  );
  // Made anew for another session, or other signals that `select` reads: the client could not tell
  // whether a function, for one, is still the same.
  const selected = createMemo(() => {
    const it = known();
    return it && options.select?.(it);
  });
  const snapshot = createMemo(() => {
    const view: SessionView<RegisteredSession, T, R> = {
      required: options.required,
      // It is asked for only where there is a session, and so has been called.
      select: options.select && (() => selected() as T),
    };
    return turn() ? observer.getSnapshot(view) : observer.getServerSnapshot(view);
  });

  // Never on a server: there is nobody to be told of changes.
  onMount(() => {
    const refresh = (): void => void setTurn((last) => last + 1);
    onCleanup(client.subscribe(refresh));
    refresh();
  });
  // In an effect, so that what it throws reaches Solid's `ErrorBoundary`.
  const [calls, setCalls] = createSignal(0);
  createEffect(on(calls, () => options.onUnauthenticated?.(), { defer: true }));
  createEffect(
    on(
      () => options.required,
      (required) => {
        const call = options.onUnauthenticated && (() => void setCalls((last) => last + 1));
        if (required) onCleanup(observer.requireSession(call));
      },
    ),
  );

  // Each for itself, so that nobody is told of what they have not looked at.
  const session = createMemo(() => snapshot().data);
  // The properties that it gets are those of one snapshot, which the compiler cannot see.
  return Object.defineProperties(session, {
    status: { get: createMemo(() => snapshot().status) },
    error: { get: createMemo(() => snapshot().error) },
    // No memo: a look is what makes the observer tell of it.
    isFetching: { get: () => snapshot().isFetching },
    signIn: { value: client.signIn },
    signOut: { value: client.signOut },
    update: { value: client.update },
  }) as unknown as UseSessionResult<R, T>;
}
