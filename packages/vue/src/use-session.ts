import { isServer, type RegisteredSession, type SessionView } from "@sojourn/core";
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
import type { UseSessionOptions, UseSessionResult } from "./types.ts";

/**
 * The session in refs, which change only when what they hold does. To be called in `setup`.
 *
 * @throws Error where the plugin has not been installed
 */
export function useSession<R extends boolean = false, T = RegisteredSession>(
  options: UseSessionOptions<R, T> = {},
): UseSessionResult<R, T> {
  const { required, onUnauthenticated, select } = options;
  const { client, rendered } = useSojourn();
  const [whole, observer] = [client.observe(rendered), client.observe(rendered)];
  // A server, and a component that has an element before its setup and so hydrates, show what is rendered.
  const turn = shallowRef(isServer() || getCurrentInstance()?.vnode.el ? 0 : 1);

  const session = computed(() =>
    turn.value ? whole.getSnapshot().data : whole.getServerSnapshot().data,
  );
  // Made anew for another session, or another state that `select` reads: the client could not tell
  // whether a function, for one, is still the same.
  const selected = computed(() => session.value && select?.(session.value));
  const snapshot = computed(() => {
    const view: SessionView<RegisteredSession, T, R> = {
      required: toValue(required),
      // It is asked for only where there is a session, and so has been called.
      select: select && (() => selected.value as T),
    };
    return turn.value ? observer.getSnapshot(view) : observer.getServerSnapshot(view);
  });

  // In a watcher, so that what it throws reaches Vue: `onErrorCaptured`, and the app's handler.
  const calls = shallowRef(0);
  watch(calls, () => onUnauthenticated?.());
  const call = onUnauthenticated && (() => void (calls.value += 1));

  // Never on a server: there is nobody to be told of changes.
  onMounted(() => {
    const refresh = (): void => void (turn.value += 1);
    onScopeDispose(client.subscribe(refresh));
    watchEffect((onCleanup) => {
      if (toValue(required)) onCleanup(observer.requireSession(call));
    });
    refresh();
  });

  return {
    snapshot,
    data: computed(() => snapshot.value.data),
    status: computed(() => snapshot.value.status),
    error: computed(() => snapshot.value.error),
    isFetching: computed(() => snapshot.value.isFetching),
    update: client.update,
    signIn: client.signIn,
    signOut: client.signOut,
  };
}
