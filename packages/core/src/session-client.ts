import { createDefaultEnvironment } from "#environment";
import { resolveAuthUrl } from "./api/auth-url.ts";
import { fetchCsrfToken } from "./api/csrf.ts";
import { createHttp, TIMEOUT_MS } from "./api/http.ts";
import { fetchProviders, type Providers } from "./api/providers.ts";
import { toSafeRedirect } from "./api/safe-redirect.ts";
import { SignInError } from "./errors.ts";
import type { MutationContext } from "./mutations/mutation-context.ts";
import { signIn } from "./mutations/sign-in.ts";
import { signOut } from "./mutations/sign-out.ts";
import { update } from "./mutations/update.ts";
import { createSessionRuntime } from "./session-runtime.ts";
import { lifetimeMs } from "./session/expiry.ts";
import { createSnapshotReader, isSignedOut } from "./session/snapshot.ts";
import { createSessionState } from "./session/state.ts";
import type { SessionClient, SessionObserver } from "./types/client.ts";
import type { SessionClientOptions } from "./types/options.ts";
import type { RegisteredSession, SessionBase } from "./types/session.ts";

/**
 * Makes a session client: one observable session, the same in every tab of the browser. Nothing
 * happens before somebody subscribes or asks.
 *
 * @throws TypeError if `basePath` or `baseUrl` cannot be parsed
 * @example
 * const client = createSessionClient();
 * client.subscribe(() => console.log(client.getSnapshot().status));
 */
export function createSessionClient<S extends SessionBase = RegisteredSession>(
  options: SessionClientOptions<S> = {},
): SessionClient<S> {
  const { timeoutMs = TIMEOUT_MS, environment = createDefaultEnvironment() } = options;
  const { session: initial, basePath, baseUrl = environment.authUrl() } = options;
  const { navigate = environment.navigate } = options;
  const authUrl = resolveAuthUrl(basePath, baseUrl);
  const http = createHttp(environment, authUrl, options);
  const state = createSessionState({ ...options, timeoutMs });
  const runtime = createSessionRuntime(environment, http, `sojourn:${authUrl.href}`, state);
  const { get, subscribe, send, untilSettled } = runtime;
  let providers: Promise<Providers | null> | undefined;
  let hydrated: S | null | undefined;

  function getProviders(): Promise<Providers | null> {
    const list = fetchProviders(http);
    providers = list;
    const forget = (): void => void (providers = undefined);
    // A list that could not be had is asked for again.
    list.then((found) => found ?? forget(), forget);
    return list;
  }

  function pageUrl(): string {
    const url = environment.pageUrl();
    if (url === undefined) throw new SignInError("no-page", { about: "call it in a browser" });
    return url;
  }

  function toSafeUrl(url: string, isServersWord: boolean): string {
    return toSafeRedirect(url, pageUrl(), isServersWord);
  }

  function visitSignInPage(callbackUrl: string, query?: Record<string, string>): void {
    const url = `${authUrl.href}/signin?${new URLSearchParams({ ...query, callbackUrl })}`;
    navigate(toSafeUrl(url, true));
  }

  const context: MutationContext = {
    ...runtime,
    http,
    staysOnNavigate: !!options.navigate,
    providers: () => providers ?? getProviders(),
    pageUrl,
    toSafeUrl,
    navigate,
    visitSignInPage,
  };

  /** Keeps tabs, timers and listeners alive as long as something is under way. */
  async function whileHeld<T>(work: () => Promise<T>): Promise<T> {
    const release = subscribe(() => {});
    try {
      return await work();
    } finally {
      release();
    }
  }

  function hydrate(session: S | null): void {
    // A component that is shown again brings nothing new.
    if (session === hydrated) return;
    hydrated = session;
    const left = lifetimeMs(session?.expires, environment.now());
    send({ type: "hydrated", session, lifetimeMs: left });
  }

  if (initial !== undefined) hydrate(initial);
  const rendered = get();

  function signInAndReturn(): void {
    visitSignInPage(pageUrl(), { error: "SessionRequired" });
  }

  function observe(): SessionObserver<S> {
    const [read, readRendered] = [createSnapshotReader(), createSnapshotReader()];
    let wasSignedOut = false;
    return {
      getSnapshot: (view) => read(get(), view),
      getServerSnapshot: (view) => readRendered(rendered, view),
      requireSession(onUnauthenticated = signInAndReturn) {
        const check = (): void => {
          const isNew = isSignedOut(get()) && !wasSignedOut;
          // An error in between is no session in between.
          wasSignedOut = isNew || (wasSignedOut && !get().session);
          if (isNew) onUnauthenticated();
        };
        const stop = subscribe(check);
        check();
        return stop;
      },
    };
  }

  // The machine moves sessions without looking into them; here they get the type that the caller
  // says its server sends. What a sign-in resolves to follows from its `redirect`.
  return {
    ...observe(),
    observe,
    subscribe,
    on: runtime.on as unknown as SessionClient<S>["on"],
    getSession: () =>
      whileHeld(async () => {
        send({ type: "asked" });
        await untilSettled();
        const { session, expires } = get();
        return session ? ({ ...session, expires } as S) : null;
      }),
    update: (data) => whileHeld(() => update(context, data)) as Promise<S | null>,
    getProviders,
    getCsrfToken: () => fetchCsrfToken(http),
    signIn: ((...args) => whileHeld(() => signIn(context, ...args))) as SessionClient<S>["signIn"],
    signOut: ((...args) => whileHeld(() => signOut(context, ...args))) as SessionClient<S>["signOut"],
    hydrate,
    setOptions: (next) => send({ type: "configured", options: next }),
  };
}
