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
import { lifetimeMs } from "../session/state/expiry.ts";
import type { Identify } from "../session/identity.ts";
import { copyStructure } from "../share-structure.ts";
import { isUnknown } from "../session/state/cache.ts";
import { createSessionState } from "../session/state/state.ts";
import type { SessionObserver, SessionStore } from "../types/client.ts";
import type { SessionStoreOptions } from "../types/options.ts";
import type { RegisteredSession, SessionBase } from "../types/session.ts";

/**
 * Makes a session store: one observable session, the same in every tab of the browser, to which a
 * bundle adds `signIn`, `signOut` and the like by importing them. Nothing happens before somebody
 * subscribes or asks.
 *
 * @param createParse makes what has to be made of each session before it is shown
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
  // Who looks at sessions as the server sends them does not know what a schema makes of them.
  const identify = options.identify as Identify | undefined;
  const settings = { ...options, timeoutMs, mutationTimeoutMs, identify };
  const http = createHttp(environment, authUrl, settings);
  const parse = createParse?.(environment, timeoutMs);
  const askServer: FetchSession = (controller) => fetchSession(http, controller, parse);
  const name = `sojourn:${authUrl.href}`;
  const rendered = createSessionState(settings, initial);
  const runtime = createSessionRuntime({
    // Of these the runtime has `inspect`; to name it would be bytes for everybody.
    ...options,
    environment,
    name,
    initial: rendered,
    fetchSession: askServer,
    parse,
    confirmSignOut: (user) => void confirm(user),
  });
  const { get, subscribe, send, untilSettled } = runtime;
  const { withSubscription, whenShown } = createWorkKeeper(environment, runtime.hold);
  let hydrated = initial;
  // Most pages sign nobody in or out, and may have many clients.
  const getPage = once(() =>
    createPageNavigation(environment, authUrl.href, options.navigate, timeoutMs),
  );
  const getPorts = once((): MutationPorts => {
    const { now, openPopup } = environment;
    return {
      session: { ...runtime, parse, fetchSession: askServer, current },
      page: { ...getPage(), now, openPopup, pause },
      http,
      mutationTimeoutMs,
      enqueue: createSerialQueue(),
      whenShown,
    };
  });

  async function pause(): Promise<void> {
    await new Promise<void>((resolve) => environment.schedule(resolve, PAUSE_MS));
  }

  function current(): S | null {
    const { session } = get().cache;
    const { expires } = get().expiry;
    // What a restored page may no longer show is not handed out either.
    if (!session || isUnknown(get())) return null;
    // The machine moves sessions without looking into them; the caller may write to this one.
    return { ...copyStructure(session), ...(expires !== undefined && { expires }) } as S;
  }

  function hydrate(session: S | null | undefined): void {
    // A component that is shown again brings nothing new.
    if (session === undefined || session === hydrated) return;
    hydrated = session;
    // Nobody has looked yet: it is what the page begins with, and no clock is read.
    if (get() === rendered) return runtime.replace(createSessionState(settings, session));
    const left = lifetimeMs(session?.expires, environment.now());
    send({ type: "hydrated", session, lifetimeMs: left, isServerClock: false });
  }

  function observe(handed?: S | null): SessionObserver<S> {
    return createSessionObserver<S>(
      runtime,
      handed === undefined ? rendered : createSessionState(settings, handed),
      () => environment.isPrerendering() || getPage().isLeaving(),
      () => getPage().visitSignInPage(getPage().pageUrl(), { error: "SessionRequired" }),
    );
  }

  async function confirm(user: SessionBase): Promise<void> {
    // The machine is to be done with what it has heard.
    await Promise.resolve();
    const ports = getPorts();
    await ports.enqueue("mutation", ["confirm"], () =>
      // A tab that hears late has more to hear, and lets nobody read meanwhile.
      whenShown(() => confirmSignOut(ports, user, ports.page.pageUrl(), pause())),
    );
  }

  // The machine moves sessions without looking into them; here they get the type that the caller
  // says its server sends.
  const store: SessionStore<S> = {
    ...observe(),
    observe,
    subscribe,
    on: runtime.on as unknown as SessionStore<S>["on"],
    getSession: () =>
      withSubscription(async () => {
        send({ type: "asked" });
        await untilSettled();
        return current();
      }),
    update: (data) => whenShown(() => update(getPorts(), data)) as Promise<S | null>,
    hydrate,
    setOptions: (next) => send({ type: "configured", options: next }),
  };
  return withPorts(store, getPorts);
}
