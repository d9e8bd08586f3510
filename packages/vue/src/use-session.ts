import type {
  RegisteredSession,
  SessionObserver,
  SessionView,
  ShownSnapshot,
  Stop,
} from "@sojourn/core";
import {
  computed,
  getCurrentInstance,
  onMounted,
  onScopeDispose,
  shallowRef,
  toValue,
  watch,
  watchEffect,
} from "vue";
import { useSojourn } from "./plugin.ts";
import type {
  SessionBinding,
  SojournContext,
  UseSessionOptions,
  UseSessionResult,
} from "./types.ts";

type Observer = SessionObserver<RegisteredSession>;

/**
 * Returns the session in refs, which change only when their values change. Call it in `setup`.
 *
 * @param context for the other entries of this package
 * @throws Error if the plugin is not installed
 */
export function useSession<R extends boolean = false, T = RegisteredSession>(
  options: UseSessionOptions<R, T> = {},
  // oxlint-disable-next-line react/rules-of-hooks -- this is no hook of React
  context: SojournContext = useSojourn(),
): UseSessionResult<R, T> {
  const { required, onUnauthenticated, select } = options;
  const { client, rendered } = context;
  // On a server, and while a component hydrates, the rendered session is shown. A component
  // hydrates if it has an element before its setup.
  const instance = getCurrentInstance();
  const tick = shallowRef(context.onServer || instance?.vnode.el ? 0 : 1);
  // All components without options share one binding. A component that hydrates after others needs
  // its own, because the shared one already shows the current session.
  const isOwn = required || select || !instance || (!tick.value && context.all?.tick.value);

  const createBinding = (): SessionBinding<R, T> => {
    const whole = client.observe(rendered);
    const observer = client.observe(rendered);
    const refresh = (): void => void (tick.value += 1);
    let mounted = 0;
    let stop: Stop;

    const read = <U, Q extends boolean>(
      it: Observer,
      view?: SessionView<RegisteredSession, U, Q>,
    ): ShownSnapshot<Q, U> => (tick.value ? it.getSnapshot(view) : it.getServerSnapshot(view));

    // `selected` is computed again for another session, and when state changes that `select` reads.
    // The observer gets a new function then, because it keeps the result of one that it knows.
    const session = computed(() => read<RegisteredSession, false>(whole).data);
    const selected = computed(() => session.value && select?.(session.value));
    const snapshot = computed(() =>
      read<T, R>(observer, {
        required: toValue(required),
        // It is called only if there is a session, so `select` has been called.
        select: select && (() => selected.value as T),
      }),
    );

    const leave = (): void => {
      mounted -= 1;
      if (mounted === 0) {
        stop();
        // It is not updated any more, so the next component needs a new one.
        if (!isOwn) context.all = undefined;
      }
    };

    // It is called in a watcher, so that its errors reach `onErrorCaptured` and the app's error
    // handler.
    const calls = shallowRef(0);
    watch(calls, () => onUnauthenticated?.());
    const call = onUnauthenticated && (() => void (calls.value += 1));
    onMounted(() => {
      watchEffect((onCleanup) => {
        if (toValue(required)) onCleanup(observer.requireSession(call));
      });
    });

    return {
      tick,
      join() {
        onScopeDispose(leave);
        mounted += 1;
        if (mounted === 1) {
          stop = client.subscribe(refresh);
          refresh();
        }
      },
      result: {
        snapshot,
        data: computed(() => snapshot.value.data),
        status: computed(() => snapshot.value.status),
        error: computed(() => snapshot.value.error),
        isFetching: computed(() => snapshot.value.isFetching),
        update: client.update,
        signIn: client.signIn,
        signOut: client.signOut,
      },
    };
  };

  // A shared binding has neither `required` nor `select`, which the compiler cannot see.
  const binding = isOwn
    ? createBinding()
    : ((context.all ??= createBinding() as never) as SessionBinding<R, T>);

  // This never runs on a server.
  onMounted(binding.join);
  return binding.result;
}
