import {
  createSessionClient,
  type Session,
  type SessionClient,
  type ShownSnapshot,
} from "@sojourn/core";
import {
  type AdapterUnderTest,
  type CircularApp,
  type ContractApp,
  type ContractConsumer,
  type MountedApp,
  type ServerPage,
  type ShownSession,
  toLine,
} from "../../src/adapter-contract.ts";
import type { Defects } from "./defects.ts";

type Shown = ShownSnapshot<boolean, unknown>;

interface MountedConsumer {
  text: string;
  stop(): void;
}

function dataOf({ data }: Shown, defects: Defects): ShownSession["data"] {
  if (defects.hasNullWhileLoading) return data ?? null;
  return defects.copiesSession && typeof data === "object" && data ? { ...data } : data;
}

function mountConsumer(
  client: SessionClient<Session>,
  { options, show }: ContractConsumer,
  defects: Defects,
  isHydrated: boolean,
  session: Session | null | undefined,
): MountedConsumer {
  const { required } = options;
  const given = defects.ignoresGivenSession ? undefined : session;
  let observer = client.observe(given);
  const select = defects.ignoresSelect ? undefined : options.select;
  const view = {
    required: required && !defects.ignoresRequired,
    get select() {
      return select && defects.wrapsSelect ? (it: Session) => select(it) : select;
    },
  };
  const isServers = isHydrated && !defects.showsCurrentFirst;
  let snapshot: Shown = isServers ? observer.getServerSnapshot(view) : observer.getSnapshot(view);

  function render(): string {
    const { status, error } = snapshot;
    const data = dataOf(snapshot, defects);
    const update = defects.wrapsUpdate ? (it?: unknown) => client.update(it) : client.update;
    return show({ status, data, error: defects.ignoresError ? null : error, update }, client);
  }

  defects.looksAround?.(client);
  if (defects.startsLoading) {
    show({ status: "loading", data: undefined, error: null, update: client.update }, client);
  }
  const consumer = { text: render(), stop };
  let endRequiring = (): void => {};
  const requireSession = (): (() => void) =>
    observer.requireSession(defects.ignoresHandler ? undefined : options.onUnauthenticated);
  function refresh(): void {
    const next = observer.getSnapshot(view);
    if (next === snapshot && !defects.rendersAlways) return;
    snapshot = next;
    consumer.text = render();
    if (!defects.observesAnew) return;
    observer = client.observe(given);
    if (!view.required) return;
    endRequiring();
    endRequiring = requireSession();
  }
  client.hydrate(given);
  const unsubscribe = client.subscribe(defects.ignoresChanges ? () => {} : refresh);
  if (view.required) endRequiring = requireSession();
  if (!defects.ignoresWhatItMissed) refresh();
  function stop(): void {
    if (!defects.keepsSubscription) unsubscribe();
    if (!defects.keepsRequiring) endRequiring();
  }
  return consumer;
}

function mount(app: ContractApp, defects: Defects, isHydrated = false): MountedApp {
  const mounted = app.consumers.map((consumer) => {
    const client = defects.clientOf?.(app) ?? app.client;
    return mountConsumer(client, consumer, defects, isHydrated, app.session);
  });
  return {
    texts: () => mounted.map(({ text }) => text),
    unmount() {
      for (const { stop } of mounted) stop();
    },
  };
}

function mountCircle(app: CircularApp, defects: Defects): MountedApp {
  const { client, source, make } = app;
  let isHandedOver = false;
  const circle: ContractConsumer = {
    options: {},
    show(session) {
      const made = make(session);
      if (isHandedOver && defects.takesOneSession) return "";
      isHandedOver ||= made !== undefined;
      client.hydrate(made);
      if (defects.asksForHanded) void client.getSession();
      return "";
    },
  };
  const page = mount(app, defects);
  const above = mountConsumer(source, circle, defects, false, undefined);
  return {
    ...page,
    unmount() {
      above.stop();
      return page.unmount();
    },
  };
}

/** The one client of a server's app, where it has one. */
const ownClient = createSessionClient<Session>();

function renderOnServer(page: ServerPage, defects: Defects): string {
  const { session, hasOwnClient } = page;
  const own = hasOwnClient ? ownClient : createSessionClient({ session });
  const client = defects.serverClient?.(page) ?? own;
  defects.onRender?.(client);
  if (defects.hydratesOnServer) client.hydrate(session);
  const { getServerSnapshot } = client.observe(defects.ignoresGivenSession ? undefined : session);
  const lines = page.consumers.map((options) => toLine(getServerSnapshot(options)));
  return lines.map((line) => `<p>${line}</p>`).join("");
}

/** An adapter of no framework at all: the shortest that keeps the contract, but for its defects. */
export function createPlainAdapter(defects: Defects = {}): AdapterUnderTest {
  return {
    mount: (app) => mount(app, defects),
    mountCircle: (app) => mountCircle(app, defects),
    settle: (work) => work(),
    server: {
      render: (page) => renderOnServer(page, defects),
      hydrate(html, app) {
        const first: string[] = [];
        const consumers = app.consumers.map(({ options, show }): ContractConsumer => {
          let isFirst = true;
          return {
            options,
            show(...given) {
              const line = show(...given);
              if (isFirst) first.push(`<p>${line}</p>`);
              isFirst = false;
              return line;
            },
          };
        });
        const mounted = mount({ ...app, consumers }, defects, true);
        if (first.join("") !== html) console.error(`${html} became ${first.join("")}`);
        return mounted;
      },
    },
  };
}
