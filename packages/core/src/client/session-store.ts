import { createDefaultEnvironment } from "../environment/default-environment.ts";
import type { Environment } from "../environment/environment.ts";
import { resolveAuthUrl } from "../api/auth-url.ts";
import { createHttp } from "../api/http.ts";
import { fetchSession, type FetchSession } from "../api/session.ts";
import type { ParseSession } from "../api/schema.ts";
import { MUTATION_TIMEOUT_MS, PAUSE_MS, TIMEOUT_MS } from "../durations.ts";
import { confirmSignOut } from "../mutations/confirm-sign-out.ts";
import { createSerialQueue } from "../mutations/create-serial-queue.ts";
import { withPorts, type MutationPorts } from "../mutations/ports.ts";
import { once } from "../once.ts";
import { createPageNavigation } from "../mutations/page-navigation.ts";
import { update } from "../mutations/update.ts";
import { createSessionObserver } from "../runtime/session-observer.ts";
import { createSessionRuntime } from "../runtime/session-runtime.ts";
import { createWorkKeeper } from "../runtime/work-keeper.ts";
import { isAnswered } from "../session/is-settled.ts";
import { lifetimeMs } from "../session/state/expiry.ts";
import { copyStructure } from "../share-structure.ts";
import { isUnknown } from "../session/state/cache.ts";
import { createSessionState } from "../session/state/state.ts";
import type { SessionStore } from "../types/client.ts";
import type { SessionObserver } from "../types/observer.ts";
import type { SessionStoreOptions } from "../types/options.ts";
import type { RegisteredSession, SessionBase } from "../types/session.ts";

/**
 * Creates a session store: one observable session, the same in every tab of the browser. `signIn`,
 * `signOut` and the other functions take it as an argument, so a bundle contains only those that it
 * imports. It does nothing before the first subscriber or call.
 *
 * @param createParse creates the parser for server sessions, if there is a schema
 * @throws TypeError if `basePath` or `baseUrl` cannot be parsed
 * @example
 * const store = createSessionStore();
 * button.onclick = () => signOut(store);
 */
export function createSessionStore<S extends SessionBase = RegisteredSession>(
  options: SessionStoreOptions<S> = {},
  createParse?: (environment: Environment, timeoutMs: number) => ParseSession | undefined,
): SessionStore<S> {
  const { environment = createDefaultEnvironment(), session: initial } = options;
  const { timeoutMs = TIMEOUT_MS, mutationTimeoutMs = MUTATION_TIMEOUT_MS } = options;
  const { basePath, baseUrl = environment.authUrl() } = options;
  const authUrl = resolveAuthUrl(basePath, baseUrl);
  // The machine knows no session type, so `identify` loses its type here.
  const untyped = options as unknown as SessionStoreOptions<SessionBase>;
  const settings = { ...untyped, timeoutMs, mutationTimeoutMs };
  const http = createHttp(environment, authUrl, settings);
  const parse = createParse?.(environment, timeoutMs);
  const askServer: FetchSession = (controller) => fetchSession(http, controller, parse);
  const name = `sojourn:${authUrl.href}`;
  const rendered = createSessionState(settings, initial);
  const runtime = createSessionRuntime({
    // The runtime only uses `inspect` of these. Naming it would cost bytes in every bundle.
    ...options,
    environment,
    name,
    initial: rendered,
    fetchSession: askServer,
    parse,
    confirmSignOut: confirm,
  });
  const { get, subscribe, send, until } = runtime;
  const { withSubscription, whenShown } = createWorkKeeper(environment, runtime.hold);
  let lastHandover = initial;
  // These are created on first use. Most pages never sign in or out, and a page may have many
  // clients.
  const getPage = once(() =>
    createPageNavigation(environment, authUrl.href, options.navigate, timeoutMs),
  );
  const getPorts = once((): MutationPorts => ({
    name,
    environment,
    session: { ...runtime, parse, fetchSession: askServer, current },
    page: { ...getPage(), pause },
    http,
    mutationTimeoutMs,
    enqueue: createSerialQueue(),
    whenShown,
  }));

  function pause(): Promise<void> {
    return new Promise((resolve) => environment.schedule(resolve, PAUSE_MS));
  }

  function current(): S | null {
    const { session } = get().cache;
    const { expires } = get().expiry;
    // A session that must revalidate is not returned, as it is not shown.
    if (!session || isUnknown(get())) return null;
    // The caller may write to this object, so it is a copy. The machine knows no session type, so
    // the type is the caller's.
    return { ...copyStructure(session), ...(expires !== undefined && { expires }) } as S;
  }

  function handOver(session: S | null | undefined): void {
    // A component that mounts again hands over the same session.
    if (session === undefined || session === lastHandover) return;
    lastHandover = session;
    // Nothing has happened yet, so this becomes the rendered session. A rendered page must not read
    // the clock.
    if (get() === rendered) return runtime.replace(createSessionState(settings, session));
    const leftMs = lifetimeMs(session?.expires, environment.now());
    send({ type: "hydrated", session, lifetimeMs: leftMs, isServerClock: false });
  }

  function createObserver(renderedSession?: S | null): SessionObserver<S> {
    return createSessionObserver<S>(
      runtime,
      renderedSession === undefined ? rendered : createSessionState(settings, renderedSession),
      () => environment.isPrerendering() || getPage().isLeaving(),
      () => getPage().visitSignInPage(getPage().pageUrl(), { error: "SessionRequired" }),
    );
  }

  async function confirm(user: SessionBase): Promise<void> {
    // The machine first finishes the event that has led here.
    await Promise.resolve();
    const ports = getPorts();
    await ports.enqueue("mutation", ["confirm"], () =>
      // A tab that was busy has more announcements to receive, so it pauses first. The mutation
      // keeps all tabs from reading meanwhile.
      whenShown(() => confirmSignOut(ports, user, ports.page.pageUrl(), pause())),
    );
  }

  // The machine knows no session type. Here sessions get the type that the caller declares.
  const store: SessionStore<S> = {
    ...createObserver(),
    observe: createObserver,
    subscribe,
    on: runtime.on as unknown as SessionStore<S>["on"],
    getSession: ({ maxAge } = {}) =>
      withSubscription(async () => {
        send({ type: "asked", maxAge });
        await until((state) => isAnswered(state, maxAge), 2 * timeoutMs);
        return current();
      }),
    update: (data) => whenShown(() => update(getPorts(), data)) as Promise<S | null>,
    hydrate: handOver,
    setOptions: (next) => send({ type: "configured", options: next }),
  };
  return withPorts(store, getPorts);
}
