import { createDefaultEnvironment } from "./environment/default-environment.ts";
import { resolveAuthUrl } from "./api/auth-url.ts";
import { fetchCsrfToken } from "./api/csrf.ts";
import { createHttp, TIMEOUT_MS } from "./api/http.ts";
import { createProviderList } from "./api/providers.ts";
import { fetchSession, type FetchSession } from "./api/session.ts";
import { parseSession } from "./api/schema.ts";
import { toSafeRedirect } from "./api/safe-redirect.ts";
import { SignInError } from "./errors.ts";
import { createMutations } from "./mutations/create-mutations.ts";
import type { MutationContext } from "./mutations/mutation-context.ts";
import { createSessionObserver } from "./session-observer.ts";
import { createSessionRuntime } from "./session-runtime.ts";
import { lifetimeMs } from "./session/expiry.ts";
import { blockedUntil } from "./session/refetch-policy.ts";
import { createSessionState, isUnknown } from "./session/state.ts";
import type { SessionClient, SessionObserver } from "./types/client.ts";
import type { SessionClientOptions } from "./types/options.ts";
import type { RegisteredSession, SessionBase } from "./types/session.ts";

/** How often an update looks whether other mutations are over. */
const PAUSE_MS = 50;

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
  const { session: initial, schema, basePath, baseUrl = environment.authUrl() } = options;
  const { navigate = environment.navigate } = options;
  const authUrl = resolveAuthUrl(basePath, baseUrl);
  const http = createHttp(environment, authUrl, options);
  const blank = createSessionState({ ...options, timeoutMs }, environment.random());
  const readSession: FetchSession = (controller) => fetchSession(http, controller, schema);
  const name = `sojourn:${authUrl.href}`;
  const providers = createProviderList(http);
  const parse = schema && ((session: SessionBase) => parseSession(schema, session));
  const runtime = createSessionRuntime(environment, name, blank, readSession, parse);
  const { get, subscribe, send, untilSettled } = runtime;
  let hydrated: S | null | undefined;
  let leavesUntil = 0;

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
    schema,
    fetchSession: readSession,
    staysOnNavigate: !!options.navigate,
    providers: providers.get,
    authHref: authUrl.href,
    openPopup: environment.openPopup,
    pageUrl,
    leave() {
      leavesUntil = environment.now() + timeoutMs;
    },
    isFree: () => !get().mutating && environment.now() + get().skewMs >= blockedUntil(get()),
    pause: () => new Promise<void>((resolve) => environment.schedule(resolve, PAUSE_MS)),
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

  function hydrate(session: S | null | undefined): void {
    // A component that is shown again brings nothing new.
    if (session === undefined || session === hydrated) return;
    hydrated = session;
    const left = lifetimeMs(session?.expires, environment.now());
    send({ type: "hydrated", session, lifetimeMs: left });
  }

  hydrate(initial);
  const rendered = get();

  const observe = (): SessionObserver<S> =>
    createSessionObserver<S>(
      runtime,
      rendered,
      () => environment.now() < leavesUntil,
      () => visitSignInPage(pageUrl(), { error: "SessionRequired" }),
    );

  // The machine moves sessions without looking into them; here they get the type that the caller
  // says its server sends. What a sign-in resolves to follows from its `redirect`.
  return {
    ...observe(),
    ...(createMutations(context, whileHeld) as Pick<
      SessionClient<S>,
      "signIn" | "signOut" | "update"
    >),
    observe,
    subscribe,
    on: runtime.on as unknown as SessionClient<S>["on"],
    getSession: () =>
      whileHeld(async () => {
        send({ type: "asked" });
        await untilSettled();
        const state = get();
        // What a restored page may no longer show is not handed out either.
        if (!state.session || isUnknown(state)) return null;
        return { ...state.session, expires: state.expires } as S;
      }),
    getProviders: () => providers.fetch(),
    getCsrfToken: async () => {
      // A first read and this would each set the cookie, and the token has to be that of the last.
      if (get().isObserved && isUnknown(get())) send({ type: "asked" });
      await untilSettled();
      return fetchCsrfToken(http);
    },
    hydrate,
    setOptions: (next) => send({ type: "configured", options: next }),
  };
}
