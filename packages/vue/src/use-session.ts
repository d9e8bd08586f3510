import type { RegisteredSession } from "@sojourn/core";
import {
  computed,
  getCurrentInstance,
  onMounted,
  onScopeDispose,
  shallowRef,
  toValue,
  watchEffect,
} from "vue";
import { useSessionClient } from "./plugin.ts";
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
  const client = useSessionClient();
  const observer = client.observe();
  // A component that has an element before its setup hydrates what the server has rendered.
  const turn = shallowRef(getCurrentInstance()?.vnode.el ? 0 : 1);

  const snapshot = computed(() => {
    const view = { required: toValue(required), select };
    return turn.value ? observer.getSnapshot(view) : observer.getServerSnapshot(view);
  });

  // Never on a server: there is nobody to be told of changes.
  onMounted(() => {
    const refresh = (): void => void (turn.value += 1);
    onScopeDispose(client.subscribe(refresh));
    watchEffect((onCleanup) => {
      if (toValue(required)) onCleanup(observer.requireSession(onUnauthenticated));
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
