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
import type { SessionLook, UseSessionOptions, UseSessionResult } from "./types.ts";

type Observer = SessionObserver<RegisteredSession>;

/**
 * The session in refs, which change only when what they hold does. To be called in `setup`.
 *
 * @throws Error where the plugin has not been installed
 */
export function useSession<R extends boolean = false, T = RegisteredSession>(
  options: UseSessionOptions<R, T> = {},
): UseSessionResult<R, T> {
  const { required, onUnauthenticated, select } = options;
  const context = useSojourn();
  const { client, rendered } = context;
  // A server, and a component that has an element before its setup and so hydrates, show what is rendered.
  const instance = getCurrentInstance();
  const turn = shallowRef(context.onServer || instance?.vnode.el ? 0 : 1);
  // All components that want to see the whole session share one look, but for those that hydrate after others.
  const isOwn = required || select || !instance || (!turn.value && context.look?.turn.value);

  const createLook = (): SessionLook<R, T> => {
    const whole = client.observe(rendered);
    const observer = client.observe(rendered);
    const refresh = (): void => void (turn.value += 1);
    let joined = 0;
    let stop: Stop;

    const read = <U, Q extends boolean>(
      it: Observer,
      view?: SessionView<RegisteredSession, U, Q>,
    ): ShownSnapshot<Q, U> => (turn.value ? it.getSnapshot(view) : it.getServerSnapshot(view));

    // Made anew for another session, or another state that `select` reads: the client could not tell
    // whether a function, for one, is still the same.
    const session = computed(() => read<RegisteredSession, false>(whole).data);
    const selected = computed(() => session.value && select?.(session.value));
    const snapshot = computed(() =>
      read<T, R>(observer, {
        required: toValue(required),
        // It is asked for only where there is a session, and so has been called.
        select: select && (() => selected.value as T),
      }),
    );

    const leave = (): void => {
      joined -= 1;
      if (joined === 0) {
        stop();
        // Nobody is told of news any more, so who comes next begins anew.
        if (!isOwn) context.look = undefined;
      }
    };

    // In a watcher, so that what it throws reaches Vue: `onErrorCaptured`, and the app's handler.
    const calls = shallowRef(0);
    watch(calls, () => onUnauthenticated?.());
    const call = onUnauthenticated && (() => void (calls.value += 1));
    onMounted(() => {
      watchEffect((onCleanup) => {
        if (toValue(required)) onCleanup(observer.requireSession(call));
      });
    });

    return {
      turn,
      join() {
        onScopeDispose(leave);
        joined += 1;
        if (joined === 1) {
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

  // Shared without `required` and `select`, which the compiler cannot see.
  const look = isOwn
    ? createLook()
    : ((context.look ??= createLook() as never) as SessionLook<R, T>);

  // Never on a server: there is nobody to be told of changes.
  onMounted(look.join);
  return look.result;
}
