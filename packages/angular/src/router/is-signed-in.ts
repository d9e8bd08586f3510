import { ApplicationRef, inject, NgZone, untracked } from "@angular/core";
import { SERVER_READ } from "../session-context.ts";
import type { SojournContext } from "../types.ts";

const watched = new WeakSet<SojournContext>();

/** Subscribes once, until the app ends, so that what is known follows the other tabs. */
function watchSession(context: SojournContext): void {
  if (watched.has(context)) return;
  watched.add(context);
  const application = inject(ApplicationRef);
  const { client } = context;
  application.onDestroy(inject(NgZone).runOutsideAngular(() => client.subscribe(() => {})));
}

const PAGE_MAX_AGE_MS = 30_000;

/**
 * Returns whether somebody is signed in, once that is known; `undefined` if it could not be read. It
 * asks the server only if nothing is known yet, or if nothing has followed the other tabs until now,
 * and the page is older than 30 seconds. Call it in an injection context.
 */
export async function isSignedIn(context: SojournContext): Promise<boolean | undefined> {
  const { client, rendered, onServer, tick } = context;
  if (onServer) {
    await inject(SERVER_READ, { optional: true });
    const session = untracked(rendered);
    return session === undefined ? undefined : session !== null;
  }
  const isFollowed = untracked(tick) > 0 || watched.has(context);
  const isYoung = isFollowed || Date.now() - performance.timeOrigin < PAGE_MAX_AGE_MS;
  watchSession(context);
  await client.getSession({ maxAge: isYoung ? Infinity : 0 });
  const { status, error } = client.getSnapshot();
  if (status === "authenticated") return true;
  return status === "loading" || error ? undefined : false;
}
