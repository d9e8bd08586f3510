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

function createSession<R extends boolean, T>(
  context: SessionContextValue,
  options: UseSessionOptions<R, T> = {},
): UseSessionResult<R, T> {
  const { client, rendered } = context;
  const whole = client.observe(rendered);
  const observer = client.observe(rendered);
  // On a server, and while a component hydrates, the rendered session is shown.
  const [tick, setTick] = createSignal<unknown>(!sharedConfig.context);
  const [call, setCall] = createSignal<unknown>();

  const read = <U, Q extends boolean>(
    it: SessionObserver<RegisteredSession>,
    view?: SessionView<RegisteredSession, U, Q>,
  ): ShownSnapshot<Q, U> => (tick() ? it.getSnapshot(view) : it.getServerSnapshot(view));
  const refresh = (): void => void setTick({});

  const known = createMemo(() => read<RegisteredSession, false>(whole).data);
  // `selected` is computed again for another session, and when signals change that `select` reads.
  // The observer gets a new function then, because it keeps the result of one that it knows.
  const selected = createMemo(() => known() && options.select?.(known() as RegisteredSession));
  const snapshot = createMemo(() =>
    read<T, R>(observer, {
      required: options.required,
      // It is called only if there is a session, so `select` has been called.
      select: options.select && (() => selected() as T),
    }),
  );

  // Effects never run on a server.
  createEffect(() => {
    context.live = true;
    onCleanup(client.subscribe(refresh));
    refresh();
  });
  // It is called in an effect, so that its errors reach Solid's `ErrorBoundary`.
  createEffect(on(call, () => options.onUnauthenticated?.(), { defer: true }));
  createEffect(() => {
    if (!options.required) return;
    onCleanup(observer.requireSession(options.onUnauthenticated && (() => void setCall({}))));
  });

  // Each property has a memo of its own, so that a consumer is only notified of the properties that
  // it has read. Together they are one snapshot, which the compiler cannot see.
  return Object.defineProperties(
    createMemo(() => snapshot().data),
    {
      status: { get: createMemo(() => snapshot().status) },
      error: { get: createMemo(() => snapshot().error) },
      // This has no memo, because the snapshot changes with it only if it was read.
      isFetching: { get: () => snapshot().isFetching },
      signIn: { value: client.signIn },
      signOut: { value: client.signOut },
      update: { value: client.update },
    },
  ) as unknown as UseSessionResult<R, T>;
}

/**
 * Returns an accessor of the session: `session()`, `session.status`. It notifies only of changes of
 * what was read; with `select`, only of changes of the selected value.
 *
 * @param context for the other entries of this package
 * @throws Error outside of a `SessionProvider`
 */
export function useSession<R extends boolean = false, T = RegisteredSession>(
  options?: UseSessionOptions<R, T>,
  // oxlint-disable-next-line react/rules-of-hooks -- this is no hook of React
  context: SessionContextValue = useSessionContext(),
): UseSessionResult<R, T> {
  // A component that hydrates after others gets its own accessor, because the shared one already
  // shows the current session.
  if (options || (sharedConfig.context && context.live)) return createSession(context, options);
  context.share ??= createRoot((dispose) => {
    const session = createSession(context);
    let consumers = 0;
    const leave = (): void => {
      consumers -= 1;
      if (consumers === 0) {
        context.share = undefined;
        dispose();
      }
    };
    return () => {
      consumers += 1;
      onCleanup(leave);
      return session as UseSessionResult;
    };
  }, null);
  // The shared one has neither `required` nor `select`, which the compiler cannot see.
  return context.share() as UseSessionResult<R, T>;
}
