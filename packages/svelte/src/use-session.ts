import type { RegisteredSession, Stop } from "@sojourn/core";
import { onMount, untrack } from "svelte";
import { createSubscriber } from "svelte/reactivity";
import { toStore } from "svelte/store";
import { getSessionContext, type SessionContext } from "./session-context.ts";
import type { UseSessionOptions, UseSessionResult } from "./types.ts";

function createSession<R extends boolean, T>(
  context: SessionContext,
  options: UseSessionOptions<R, T> = {},
): UseSessionResult<R, T> {
  const { client, rendered } = context;
  const observer = client.observe(rendered);
  let selectOnce: typeof options.select;
  let hasChanged = true;
  let check = (): void => {};
  let refresh = (): void => {};
  let thrown: { readonly error: unknown } | undefined;

  const read = () =>
    observer[context.isMounted ? "getSnapshot" : "getServerSnapshot"]<T, R>({
      required: options.required,
      select: options.select && (selectOnce ??= (it) => options.select?.(it) as T),
    });

  const track = createSubscriber((update) => {
    refresh = () => untrack(update);
    let shown = read();
    check = () => {
      const next = read();
      if (next === shown) return;
      shown = next;
      hasChanged = true;
      // This may run while a derived value is computed, so it must not be tracked.
      untrack(update);
    };
    return client.subscribe(check);
  });

  const current = () => {
    track();
    if (thrown) throw thrown.error;
    const whole = client.getSnapshot().data ?? rendered;
    // This tracks the state that `select` reads. The observer calls `select` only once for each
    // session.
    if (whole) options.select?.(whole);
    return read();
  };

  // This never runs on a server.
  onMount(() => {
    context.isMounted = true;
    check();
    let release: Stop | undefined;
    const stop = toStore(() => !!options.required).subscribe((isRequired) => {
      release?.();
      const handler = options.onUnauthenticated;
      // An error of the handler is thrown where the session is read, so that Svelte's boundaries
      // catch it.
      const call = (): void => {
        try {
          handler?.();
        } catch (error) {
          thrown = { error };
          refresh();
        }
      };
      release = isRequired ? observer.requireSession(handler && call) : undefined;
    });
    const stopSelecting =
      options.select &&
      toStore(current).subscribe(() => {
        // The session is the same, so state has changed that `select` reads. The observer gets a
        // new function, because it keeps the result of one that it knows.
        if (!hasChanged) selectOnce = undefined;
        hasChanged = false;
        check();
      });
    return () => {
      stopSelecting?.();
      stop();
      release?.();
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
    // The store is created when it is read, and so belongs to the component that reads it.
    get subscribe() {
      return toStore(current).subscribe;
    },
    signIn,
    signOut,
    update,
  };
  // The getters return the properties of one snapshot, which the compiler cannot see.
  return session as UseSessionResult<R, T>;
}

/**
 * Returns the session: as properties in components with runes, and as a store by `$session`. The
 * component updates only when something changes that it has read; with `select`, only when the
 * selected value changes.
 *
 * @throws Error if no client was set, or outside of a component's initialisation
 */
export function useSession<R extends boolean = false, T = RegisteredSession>(
  options?: UseSessionOptions<R, T>,
): UseSessionResult<R, T> {
  const context = getSessionContext();
  if (options) return createSession(context, options);
  // The shared one has neither `required` nor `select`, which the compiler cannot see.
  return (context.shared ??= createSession(context)) as UseSessionResult<R, T>;
}
