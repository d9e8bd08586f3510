import type { RegisteredSession } from "@sojourn/core";
import { onMount, untrack } from "svelte";
import { createSubscriber } from "svelte/reactivity";
import { toStore } from "svelte/store";
import { getSessionContext } from "./session-context.ts";
import type { UseSessionOptions, UseSessionResult } from "./types.ts";

/**
 * The session, and whether there is one: by properties in components with runes, and as a store by
 * `$session`. Renders only when something changes that the component has looked at; with `select`,
 * only when the selected value does.
 *
 * @throws Error where no client has been set, or outside of a component's set-up
 */
export function useSession<R extends boolean = false, T = RegisteredSession>(
  options: UseSessionOptions<R, T> = {},
): UseSessionResult<R, T> {
  const context = getSessionContext();
  const { client, rendered } = context;
  const observer = client.observe(rendered);
  let isHydrating = !context.isMounted;
  let own: typeof options.select;
  let isNews = true;
  let check = (): void => {};
  let refresh = (): void => {};
  let thrown: { readonly error: unknown } | undefined;

  /** What a handler throws is thrown where the session is read, for Svelte's boundaries to catch. */
  function guard(handler: () => void): void {
    try {
      handler();
    } catch (error) {
      thrown = { error };
      refresh();
    }
  }

  const read = () =>
    observer[isHydrating ? "getServerSnapshot" : "getSnapshot"]<T, R>({
      required: options.required,
      select: options.select && (own ??= (it) => options.select?.(it) as T),
    });

  const track = createSubscriber((update) => {
    refresh = () => untrack(update);
    let shown = read();
    check = () => {
      const next = read();
      if (next === shown) return;
      shown = next;
      isNews = true;
      // A derived that is being computed may be what causes this.
      untrack(update);
    };
    return client.subscribe(check);
  });

  const current = () => {
    track();
    if (thrown) throw thrown.error;
    const whole = client.getSnapshot().data ?? rendered;
    // For the state that it reads: the observer calls it once for a session, and not each time.
    if (whole) options.select?.(whole);
    return read();
  };

  // Never on a server: there is nobody to be sent to sign in.
  onMount(() => {
    isHydrating = false;
    check();
    let release = (): void => {};
    const stop = toStore(() => !!options.required).subscribe((isRequired) => {
      release();
      const handler = options.onUnauthenticated;
      const call = handler && (() => guard(handler));
      release = isRequired ? observer.requireSession(call) : () => {};
    });
    const unfollow =
      options.select &&
      toStore(current).subscribe(() => {
        // Not the client has changed, but what `select` reads. Of the same function the client would
        // keep what it cannot compare.
        if (!isNews) own = undefined;
        isNews = false;
        check();
      });
    return () => {
      unfollow?.();
      stop();
      release();
    };
  });

  const { signIn, signOut, update } = client;
  const session = {
    get data() {
      return current().data;
    },
    get status() {
      return current().status;
    },
    get error() {
      return current().error;
    },
    get isFetching() {
      return current().isFetching;
    },
    subscribe: toStore(current).subscribe,
    signIn,
    signOut,
    update,
  };
  // The properties are those of one snapshot, which the compiler cannot see of getters.
  return session as UseSessionResult<R, T>;
}
