import { isServer, type RegisteredSession } from "@sojourn/core";
import { isPromise, streamSession, type SessionPromise } from "@sojourn/core/streaming";
import type { InjectionKey } from "vue";
import {
  createSojourn as createPlain,
  type Sojourn,
  type SojournOptions as PlainOptions,
} from "../plugin.ts";

/** Options of the `createSojourn` that takes a promise, too. */
export interface SojournOptions extends Omit<PlainOptions, "session"> {
  /** The rendered session, or a promise of it. `null` means that nobody is signed in. */
  session?: RegisteredSession | null | undefined | SessionPromise<RegisteredSession>;
}

/** What the plugin provides: the promise that components wait for. */
export const streamKey: InjectionKey<SessionPromise<RegisteredSession> | undefined> = Symbol();

const ignore = (): void => {};

/**
 * Creates a plugin whose `session` may be a promise. Until it settles, the status is "loading" and
 * no request is made. If it rejects, the browser reads the session.
 *
 * @throws TypeError if `basePath` or `baseUrl` cannot be parsed
 */
export function createSojourn({ session, ...options }: SojournOptions = {}): Sojourn {
  const promise = isPromise(session) ? session : undefined;
  const plain = createPlain({ ...options, session: isPromise(session) ? undefined : session });
  const { client } = plain;
  return {
    client,
    install(app) {
      app.provide(streamKey, promise);
      // On a server it may reject while nobody waits for it, which would end the process.
      if (isServer()) promise?.then(ignore, ignore);
      else if (promise) streamSession(client, promise);
      app.use(plain);
    },
  };
}
