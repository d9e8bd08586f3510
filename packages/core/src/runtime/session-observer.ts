import {
  createSnapshotReader,
  haveSameVisibleFields,
  isSignedOut,
  type ReadSnapshot,
} from "../session/snapshot.ts";
import type { SessionState } from "../session/state/state.ts";
import type { Store } from "../store/create-store.ts";
import type { SessionObserver } from "../types/observer.ts";
import type { SessionBase } from "../types/session.ts";

/**
 * Creates an observer for one consumer.
 *
 * @param rendered the state that the server has rendered
 * @param isLeaving whether the page is about to be left
 * @param goToSignIn the default handler of `requireSession`
 */
export function createSessionObserver<S extends SessionBase>(
  { get, subscribe }: Pick<Store<SessionState>, "get" | "subscribe">,
  rendered: SessionState,
  isLeaving: () => boolean,
  goToSignIn: () => void,
): SessionObserver<S> {
  const read = createSnapshotReader();
  let readRendered: ReadSnapshot | undefined;
  let wasSignedOut = false;

  function takeSignedOut(): boolean {
    const isNew = isSignedOut(get()) && !wasSignedOut && !isLeaving();
    // The state between two sign-outs may be an error, which is no session.
    wasSignedOut = isNew || (wasSignedOut && !get().cache.session);
    return isNew;
  }

  return {
    getSnapshot: (view) => read(get(), view),
    getServerSnapshot(view) {
      // The same object is returned, so that React does not render again what it has hydrated.
      if (haveSameVisibleFields(get(), rendered)) return read(get(), view);
      readRendered ??= createSnapshotReader();
      return readRendered(rendered, view);
    },
    takeSignedOut,
    requireSession(onUnauthenticated = goToSignIn) {
      const check = (): void => {
        if (takeSignedOut()) onUnauthenticated();
      };
      const stop = subscribe(check);
      check();
      return stop;
    },
  };
}
