import { isPlatformServer } from "@angular/common";
import {
  computed,
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  makeStateKey,
  NgZone,
  PLATFORM_ID,
  signal,
  TransferState,
  untracked,
} from "@angular/core";
import { createSessionClient, type RegisteredSession, type Stop } from "@sojourn/core";
import { SOJOURN } from "./session-context.ts";
import type { SojournContext, SojournOptions } from "./types.ts";

function createContext(options: SojournOptions): SojournContext {
  const zone = inject(NgZone);
  const transferred = inject(TransferState);
  const onServer = isPlatformServer(inject(PLATFORM_ID));
  // Other routes may be for another auth server.
  const server = ["sojourn", options.baseUrl, options.basePath];
  const key = makeStateKey<RegisteredSession | null>(server.join());
  const isRendered = transferred.hasKey(key);
  const session = isRendered ? transferred.get(key, null) : options.session;
  const rendered = signal(session);
  const { client = createSessionClient({ ...options, session }) } = options;
  // The app may have read or changed the session of its own client before.
  const isOutdated = isRendered && client.getSnapshot().status !== "loading";
  // On a server all requests may share a client, and it must not get the session of one.
  if (!onServer && !isOutdated) client.hydrate(session);

  // On a server, and while a page hydrates, the rendered session is shown. A page that was rendered
  // in advance has a state, but no session.
  const tick = signal(onServer || !transferred.isEmpty ? 0 : 1);
  // The session may change while a template is rendered, and then only untracked code may write.
  const refresh = (): void => untracked(() => tick.update((it) => it + 1));
  let consumers = 0;
  let stop: Stop;

  // A timer of the client would keep a zone of Angular from being stable.
  const outside =
    <A extends unknown[], V>(run: (...args: A) => V) =>
    (...args: A): V =>
      zone.runOutsideAngular(() => run(...args));
  const { signIn, signOut, update } = client;

  return {
    client,
    key,
    rendered,
    createObserver: () => computed(() => client.observe(rendered())),
    signInPage: options.signInPage,
    onServer,
    tick,
    functions: {
      // The wrapped function has the same overloads, which the compiler cannot see.
      signIn: outside(signIn) as typeof signIn,
      signOut: outside(signOut) as typeof signOut,
      update: outside(update),
    },
    connect() {
      consumers += 1;
      if (consumers === 1) {
        stop = client.subscribe(refresh);
        refresh();
      }
      return () => {
        consumers -= 1;
        if (consumers === 0) stop();
      };
    },
  };
}

/**
 * Provides one session to an app, or to the routes that have it in their `providers`. Each injector
 * gets a client of its own, so on a server each request does. The session is read when the first
 * component uses it, and not at all if `provideServerSession` has written it into the page, or
 * `session` is given.
 *
 * @throws TypeError when it is first used, if `basePath` or `baseUrl` cannot be parsed
 * @example
 * bootstrapApplication(App, { providers: [provideSojourn({ basePath: "/auth" })] });
 */
export function provideSojourn(options: SojournOptions = {}): EnvironmentProviders {
  return makeEnvironmentProviders([{ provide: SOJOURN, useFactory: () => createContext(options) }]);
}
