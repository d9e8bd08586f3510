import {
  createSessionClient,
  type Session,
  type SessionClient,
  type ShownSnapshot,
} from "@sojourn/core";
import {
  type AdapterUnderTest,
  type ContractApp,
  type ContractConsumer,
  type MountedApp,
  type ServerPage,
  type ShownSession,
  toLine,
} from "../../src/adapter-contract.ts";

/** What can be wrong with an adapter; each is a mistake that somebody may make. */
export interface Defects {
  /** Which client a component uses. */
  clientOf?(app: ContractApp): SessionClient<Session>;
  /** What it shows first, where the server has rendered the page. */
  showsCurrentFirst?: boolean;
  ignoresRequired?: boolean;
  ignoresHandler?: boolean;
  ignoresSelect?: boolean;
  /** Gives the client another function each time. */
  wrapsSelect?: boolean;
  ignoresError?: boolean;
  hasNullWhileLoading?: boolean;
  copiesSession?: boolean;
  rendersAlways?: boolean;
  wrapsUpdate?: boolean;
  startsLoading?: boolean;
  ignoresChanges?: boolean;
  ignoresWhatItMissed?: boolean;
  keepsSubscription?: boolean;
  keepsRequiring?: boolean;
  /** Shows what stands beside a client neither on a server nor in a browser. */
  ignoresGivenSession?: boolean;
  /** Hands what stands beside a client to it, on a server too. */
  hydratesOnServer?: boolean;
  /** Asks, sets a timer, or looks at the clock while it renders. */
  looksAround?(client: SessionClient<Session>): void;
  /** The client with which the server renders. */
  serverClient?(page: ServerPage): SessionClient<Session>;
  /** What else the server does when it renders. */
  onRender?(client: SessionClient<Session>): void;
}

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
  const { required, onUnauthenticated } = options;
  const given = defects.ignoresGivenSession ? undefined : session;
  const observer = client.observe(given);
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
  function refresh(): void {
    const next = observer.getSnapshot(view);
    if (next === snapshot && !defects.rendersAlways) return;
    snapshot = next;
    consumer.text = render();
  }
  client.hydrate(given);
  const unsubscribe = client.subscribe(defects.ignoresChanges ? () => {} : refresh);
  const handler = defects.ignoresHandler ? undefined : onUnauthenticated;
  const endRequiring = view.required ? observer.requireSession(handler) : () => {};
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
