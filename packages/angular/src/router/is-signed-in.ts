import { ApplicationRef, inject, NgZone } from "@angular/core";
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

/**
 * Returns whether somebody is signed in, once that is known; `undefined` if it could not be read. It
 * asks the server only if nothing is known yet. Call it in an injection context.
 */
export async function isSignedIn(context: SojournContext): Promise<boolean | undefined> {
  const { client, rendered, onServer } = context;
  if (onServer) return rendered === undefined ? undefined : rendered !== null;
  watchSession(context);
  await client.getSession({ maxAge: Infinity });
  const { status, error } = client.getSnapshot();
  if (status === "authenticated") return true;
  return status === "loading" || error ? undefined : false;
}
