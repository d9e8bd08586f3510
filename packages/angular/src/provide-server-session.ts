import {
  type EnvironmentProviders,
  inject,
  provideAppInitializer,
  REQUEST,
  RESPONSE_INIT,
  TransferState,
} from "@angular/core";
import type { RegisteredSession } from "@sojourn/core";
import { renderedKey } from "./session-context.ts";

/** What a server knows of one request; `readSession` of `@sojourn/core/server` resolves to it. */
export interface ServerSession {
  /** `null` means that nobody is signed in, and `undefined` that it is not known. */
  readonly session: RegisteredSession | null | undefined;
  /** Headers for the response of the page, such as the auth server's `Set-Cookie`. */
  readonly headers?: Headers | undefined;
}

/** Reads the session of a request. It may call `inject()` before its first `await`. */
export type ReadServerSession = (request: Request) => ServerSession | Promise<ServerSession>;

/**
 * Has the app rendered for the user of the request: for `app.config.server.ts`. The session goes
 * into the page, and the browser takes it from there, without a request. If a page has a session,
 * its response gets `Cache-Control: private, no-store`, unless the app has set that header.
 *
 * It does nothing where there is no request, as for prerendered pages. These show "loading", and the
 * browser reads the session.
 *
 * @example
 * provideServerSession((request) => readSession(request, handler, { basePath: "/auth" }));
 * @see https://angular.dev/guide/ssr
 */
export function provideServerSession(read: ReadServerSession): EnvironmentProviders {
  return provideAppInitializer(async () => {
    const request = inject(REQUEST, { optional: true });
    const response = inject(RESPONSE_INIT, { optional: true });
    const transferred = inject(TransferState);
    if (!request) return;

    const { session, headers = new Headers() } = await read(request);
    if (session !== undefined) transferred.set(renderedKey, session);
    if (!response) return;
    const all = new Headers(response.headers);
    for (const [name, value] of headers) all.append(name, value);
    if (session !== undefined && !all.has("cache-control")) {
      all.set("cache-control", "private, no-store");
    }
    response.headers = all;
  });
}
