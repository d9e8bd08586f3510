import type { RegisteredSession, SessionObserver, SessionView, ShownSnapshot } from "@sojourn/core";
import {
  createEffect,
  createMemo,
  createRoot,
  createSignal,
  on,
  onCleanup,
  sharedConfig,
} from "solid-js";
import { type SessionContextValue, useSessionContext } from "./session-provider.ts";
import type { UseSessionOptions, UseSessionResult } from "./types.ts";

function createLook<R extends boolean, T>(
  context: SessionContextValue,
  options: UseSessionOptions<R, T> = {},
): UseSessionResult<R, T> {
  const { client, rendered } = context;
  const whole = client.observe(rendered);
  const observer = client.observe(rendered);
  // A server, and a component that hydrates, show what is rendered.
  const [turn, setTurn] = createSignal<unknown>(!sharedConfig.context);
  const [call, setCall] = createSignal<unknown>();

  const read = <U, Q extends boolean>(
    it: SessionObserver<RegisteredSession>,
    view?: SessionView<RegisteredSession, U, Q>,
  ): ShownSnapshot<Q, U> => (turn() ? it.getSnapshot(view) : it.getServerSnapshot(view));
  const refresh = (): void => void setTurn({});

  const known = createMemo(() => read<RegisteredSession, false>(whole).data);
  // Made anew for another session, or other signals that `select` reads: the client could not tell
  // whether a function, for one, is still the same.
  const selected = createMemo(() => known() && options.select?.(known() as RegisteredSession));
  const snapshot = createMemo(() =>
    read<T, R>(observer, {
      required: options.required,
      // It is asked for only where there is a session, and so has been called.
      select: options.select && (() => selected() as T),
    }),
  );

  // Never on a server: there is nobody to be told of changes.
  createEffect(() => {
    context.live = true;
    onCleanup(client.subscribe(refresh));
    refresh();
  });
  // In an effect, so that what it throws reaches Solid's `ErrorBoundary`.
  createEffect(on(call, () => options.onUnauthenticated?.(), { defer: true }));
  createEffect(() => {
    if (!options.required) return;
    onCleanup(observer.requireSession(options.onUnauthenticated && (() => void setCall({}))));
  });

  // Each for itself, so that nobody is told of what they have not looked at.
  // The properties that it gets are those of one snapshot, which the compiler cannot see.
  return Object.defineProperties(
    createMemo(() => snapshot().data),
    {
      status: { get: createMemo(() => snapshot().status) },
      error: { get: createMemo(() => snapshot().error) },
      // No memo: a look is what makes the observer tell of it.
      isFetching: { get: () => snapshot().isFetching },
      signIn: { value: client.signIn },
      signOut: { value: client.signOut },
      update: { value: client.update },
    },
  ) as unknown as UseSessionResult<R, T>;
}

/**
 * The session, by an accessor that tells only of what changes: `session()`, `session.status`. With
 * `select`, only of changes of the selected value.
 *
 * @throws Error outside of a `SessionProvider`
 */
export function useSession<R extends boolean = false, T = RegisteredSession>(
  options?: UseSessionOptions<R, T>,
): UseSessionResult<R, T> {
  const context = useSessionContext();
  // Not with those that hydrate when others are on the page, and show what is known by now.
  if (options || (sharedConfig.context && context.live)) return createLook(context, options);
  context.share ??= createRoot((dispose) => {
    const session = createLook(context);
    let sharing = 0;
    const leave = (): void => {
      sharing -= 1;
      if (sharing === 0) {
        context.share = undefined;
        dispose();
      }
    };
    return () => {
      sharing += 1;
      onCleanup(leave);
      return session as UseSessionResult;
    };
  }, null);
  // Without `required` and `select`, which the compiler cannot see.
  return context.share() as UseSessionResult<R, T>;
}
