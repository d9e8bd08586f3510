import { isFramed } from "../../environment/browser/storage-access.ts";
import { CookiesBlockedError } from "../../errors.ts";
import { portsOf } from "../../mutations/ports.ts";
import type { SessionStore } from "../../types/client.ts";
import { cookieAccessOf } from "./cookie-access.ts";

/**
 * Calls the handler if nobody is signed in and the browser keeps no cookies for this page, because
 * it is in a frame of another site. It looks each time it becomes certain that nobody is signed in,
 * so first after the first read. It counts as a subscriber until the returned function is called.
 * Outside of a frame it does nothing.
 *
 * @throws TypeError if `store` is not a session store
 */
export function onCookiesBlocked<S>(
  store: SessionStore<S>,
  handler: (error: CookiesBlockedError) => void,
): () => void {
  const { page, session } = portsOf(store);
  if (!isFramed()) return () => {};
  let isStopped = false;

  async function look(): Promise<void> {
    const access = await cookieAccessOf(store);
    if (isStopped || access !== "blocked" || session.current()) return;
    handler(new CookiesBlockedError("cookies-blocked", { url: page.authHref }));
  }

  // Of its own, because a binding may call `takeSignedOut` of the store.
  const stop = store.observe().requireSession(() => void look());
  return () => {
    isStopped = true;
    stop();
  };
}
