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
  let own: typeof options.select;
  let isNews = true;
  let check = (): void => {};
  let refresh = (): void => {};
  let thrown: { readonly error: unknown } | undefined;

  const read = () =>
    observer[context.isMounted ? "getSnapshot" : "getServerSnapshot"]<T, R>({
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
    context.isMounted = true;
    check();
    let release: Stop | undefined;
    const stop = toStore(() => !!options.required).subscribe((isRequired) => {
      release?.();
      const handler = options.onUnauthenticated;
      // What a handler throws is thrown where the session is read, for Svelte's boundaries to catch.
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
    // Made where it is asked for, of whose component it is then a part.
    get subscribe() {
      return toStore(current).subscribe;
    },
    signIn,
    signOut,
    update,
  };
  // The properties are those of one snapshot, which the compiler cannot see of getters.
  return session as UseSessionResult<R, T>;
}

/**
 * The session, and whether there is one: by properties in components with runes, and as a store by
 * `$session`. Renders only when something changes that the component has looked at; with `select`,
 * only when the selected value does.
 *
 * @throws Error where no client has been set, or outside of a component's set-up
 */
export function useSession<R extends boolean = false, T = RegisteredSession>(
  options?: UseSessionOptions<R, T>,
): UseSessionResult<R, T> {
  const context = getSessionContext();
  if (options) return createSession(context, options);
  // Without `required` and `select`, which the compiler cannot see.
  return (context.shared ??= createSession(context)) as UseSessionResult<R, T>;
}
