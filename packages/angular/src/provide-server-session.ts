import {
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideAppInitializer,
  REQUEST,
  RESPONSE_INIT,
  TransferState,
} from "@angular/core";
import type { RegisteredSession } from "@sojourn/core";
import { addCookies, isPageLoad, keepPrivate } from "@sojourn/core/server";
import { injectSojourn, SERVER_READ } from "./session-context.ts";

/** What a server knows of one request; `readSession` of `@sojourn/core/server` resolves to it. */
export interface ServerSession {
  /** `null` means that nobody is signed in, and `undefined` that it is not known. */
  readonly session: RegisteredSession | null | undefined;
  /** Headers for the response of the page, such as the auth server's `Set-Cookie`. */
  readonly headers?: Headers | undefined;
}

/** Reads the session of a request. It may call `inject()` before its first `await`. */
export type ReadServerSession = (request: Request) => ServerSession | Promise<ServerSession>;

/** Writes the session of the request into the page, and headers into its response. */
async function writeServerSession(read: ReadServerSession): Promise<void> {
  const request = inject(REQUEST, { optional: true });
  const response = inject(RESPONSE_INIT, { optional: true });
  const transferred = inject(TransferState);
  const { key, rendered } = injectSojourn();
  if (!request) return;

  const { session, headers } = await read(request);
  if (session !== undefined) {
    transferred.set(key, session);
    rendered.set(session);
  }
  if (!response) return;
  const all = new Headers(response.headers);
  for (const [name, value] of headers ?? []) {
    if (name !== "set-cookie") all.append(name, value);
  }
  if (headers && isPageLoad(request)) addCookies(all, headers.getSetCookie());
  if (session !== undefined || all.has("set-cookie")) keepPrivate(all);
  response.headers = all;
}

/**
 * Has the app rendered for the user of the request: for `app.config.server.ts`. The session goes
 * into the page, and the browser takes it from there, without a request. It is the session of the
 * `provideSojourn` of the app, not of one in the `providers` of a route.
 *
 * A response with what was read gets `Cache-Control: private, no-store`, unless its own header says
 * `private` or `no-store`. Only a page that a browser loads gets the auth server's `Set-Cookie`, but
 * for cookies that the response sets itself: a response to another request may arrive after a
 * sign-out, and would bring the cookie back.
 *
 * It does nothing where there is no request, as for prerendered pages. These show "loading", and the
 * browser reads the session.
 *
 * @example
 * provideServerSession((request) => readSession(request, handler, { basePath: "/auth" }));
 * @see https://angular.dev/guide/ssr
 */
export function provideServerSession(read: ReadServerSession): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: SERVER_READ, useFactory: () => writeServerSession(read) },
    provideAppInitializer(() => inject(SERVER_READ)),
  ]);
}
