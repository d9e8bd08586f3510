import { afterRenderEffect, computed, effect, type Signal, signal, untracked } from "@angular/core";
import type { RegisteredSession, SessionObserver, SessionView, ShownSnapshot } from "@sojourn/core";
import { injectSojourn } from "./session-context.ts";
import type { InjectSessionOptions, InjectSessionResult, SojournContext } from "./types.ts";

type Observer = SessionObserver<RegisteredSession>;

function createSession<R extends boolean, T>(
  { createObserver, tick, functions }: SojournContext,
  observer: Signal<Observer>,
  isRequired: () => R | undefined,
  select?: (session: RegisteredSession) => T,
): InjectSessionResult<R, T> {
  const whole = createObserver();
  const read = <U, Q extends boolean>(
    it: Signal<Observer>,
    view?: SessionView<RegisteredSession, U, Q>,
  ): ShownSnapshot<Q, U> => (tick() ? it().getSnapshot(view) : it().getServerSnapshot(view));

  // `selected` is computed again for another session, and when signals change that `select` reads.
  // The observer gets a new function then, because it keeps the result of one that it knows.
  const session = computed(() => read<RegisteredSession, false>(whole).data);
  const selected = computed(() => session() && select?.(session() as RegisteredSession));
  const snapshot = computed(() =>
    read<T, R>(observer, {
      required: isRequired(),
      // It is called only if there is a session, so `select` has been called.
      select: select && (() => selected() as T),
    }),
  );

  return {
    snapshot,
    data: computed(() => snapshot().data),
    status: computed(() => snapshot().status),
    error: computed(() => snapshot().error),
    isFetching: computed(() => snapshot().isFetching),
    ...functions,
  };
}

/**
 * Returns the session in signals, which change only when their values change. Call it in an
 * injection context: in a field or the constructor of a component, a directive or a service. The
 * subscription ends with it.
 *
 * @throws Error without `provideSojourn`, and outside of an injection context
 * @example
 * readonly session = injectSession();
 */
export function injectSession<R extends boolean = false, T = RegisteredSession>(
  options: InjectSessionOptions<R, T> = {},
): InjectSessionResult<R, T> {
  const { required, onUnauthenticated, select } = options;
  const context = injectSojourn();
  const { createObserver, connect } = context;
  const isRequired = (): R | undefined => (typeof required === "function" ? required() : required);

  // This never runs on a server, and outside of a zone of Angular.
  afterRenderEffect((onCleanup) => onCleanup(untracked(connect)));
  if (!required && !select) {
    context.shared ??= createSession(context, createObserver(), () => false);
    // The shared one has neither `required` nor `select`, which the compiler cannot see.
    return context.shared as InjectSessionResult<R, T>;
  }

  const observer = createObserver();
  if (required) {
    // It is called in an effect, so that its errors reach the app's `ErrorHandler`.
    const calls = signal(0);
    const call = onUnauthenticated && (() => untracked(() => calls.update((it) => it + 1)));
    effect(() => {
      if (calls()) untracked(() => onUnauthenticated?.());
    });
    afterRenderEffect((onCleanup) => {
      if (isRequired()) onCleanup(untracked(() => observer().requireSession(call)));
    });
  }
  return createSession(context, observer, isRequired, select);
}
