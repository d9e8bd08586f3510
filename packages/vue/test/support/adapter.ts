import { createSessionClient, type Session, type SessionClient } from "@sojourn/core";
import {
  type AdapterUnderTest,
  type CircularApp,
  type ContractApp,
  type ContractConsumer,
  type MountedApp,
  type ServerPage,
  toLine,
} from "@sojourn/testing/adapter-contract";
import {
  type App,
  computed,
  createApp,
  createSSRApp,
  defineComponent,
  h,
  nextTick,
  watchEffect,
} from "vue";
import { renderToString } from "vue/server-renderer";
import { createSojourn, useSession, useSessionClient } from "../../src/index.ts";

function createConsumer({ options, show }: ContractConsumer) {
  return defineComponent(() => {
    const { status, data, error, update } = useSession(options);
    const client = useSessionClient();
    return () => {
      const session = { status: status.value, data: data.value, error: error.value, update };
      return h("p", show(session, client));
    };
  });
}

function createServerConsumer(options: ServerPage["consumers"][number]) {
  return defineComponent(() => {
    const { snapshot } = useSession(options);
    return () => h("p", toLine(snapshot.value));
  });
}

function mount(createRoot: typeof createApp, app: ContractApp, html = ""): MountedApp {
  const container = document.createElement("main");
  container.innerHTML = html;
  document.body.append(container);
  const consumers = app.consumers.map(createConsumer);
  const root: App = createRoot({ render: () => consumers.map((consumer) => h(consumer)) });
  root.use(createSojourn({ client: app.client, session: app.session })).mount(container);
  return {
    texts: () => Array.from(container.children, ({ textContent }) => textContent),
    unmount() {
      root.unmount();
      container.remove();
    },
  };
}

/** The plugin takes a session once; later ones go to the client, by a watcher. */
function createCircle({ client, make }: CircularApp) {
  return defineComponent(() => {
    const { status, data, error, update } = useSession();
    const made = computed(() =>
      make({ status: status.value, data: data.value, error: error.value, update }),
    );
    watchEffect(() => client.hydrate(made.value));
    return () => null;
  });
}

/** The plugin is that of an app, so what looks at another client is another one. */
function mountCircle(app: CircularApp): MountedApp {
  const page = mount(createApp, app);
  const circle = createApp(createCircle(app)).use(createSojourn({ client: app.source }));
  circle.mount(document.createElement("aside"));
  return {
    ...page,
    unmount() {
      page.unmount();
      circle.unmount();
    },
  };
}

const { window } = globalThis;
let renderings = 0;
let ownClient: SessionClient<Session> | undefined;

/** Renders in a place without a window. */
async function renderOnServer({ session, hasOwnClient, consumers }: ServerPage): Promise<string> {
  renderings += 1;
  Object.assign(globalThis, { window: undefined });
  try {
    const all = consumers.map(createServerConsumer);
    const root = createSSRApp({ render: () => all.map((consumer) => h(consumer)) });
    const client = hasOwnClient ? (ownClient ??= createSessionClient()) : undefined;
    return await renderToString(root.use(createSojourn({ client, session })));
  } finally {
    renderings -= 1;
    if (!renderings) Object.assign(globalThis, { window });
  }
}

/** Vue, as the adapter contract drives it. */
export const adapter: AdapterUnderTest = {
  mount: (app) => mount(createApp, app),
  mountCircle,
  async settle(work) {
    await work();
    await nextTick();
  },
  server: {
    render: renderOnServer,
    hydrate: (html, app) => mount(createSSRApp, app, html),
  },
};
