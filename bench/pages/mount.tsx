import { createRoot, hydrateRoot } from "react-dom/client";
import { readOptions } from "../../tests/lab/pages/options.js";
import { shown } from "../../tests/lab/pages/shown.js";
import { type AppProps, type Binding, createApp, renderedSession } from "./app.tsx";
import { createRemounts } from "./remounts.tsx";
import type { Hydration } from "./window.d.ts";

const clock = (): number => performance.timeOrigin + performance.now();

function start(binding: Binding, container: Element): void {
  const { refetchInterval, consumers = 0, isRendered } = readOptions() as Record<string, number>;
  let renders = 0;
  const App = createApp(binding, () => {
    renders += 1;
  });
  const props: AppProps = {
    consumers,
    ...(refetchInterval && { refetchInterval }),
    ...(isRendered && { session: renderedSession() }),
  };
  // What is given away as garbage would not count as memory in use.
  const kept: unknown[] = [];

  function hydrate(): Promise<Hydration> {
    const startedAt = clock();
    return new Promise((resolve) => {
      const onReady = () => resolve({ startedAt, readyAt: clock() });
      hydrateRoot(container, <App {...props} onReady={onReady} />);
    });
  }

  function addClients(count: number): boolean {
    for (let index = 0; index < count; index += 1) {
      const watch = binding.createClient?.();
      kept.push(
        watch,
        watch?.(() => {}),
      );
    }
    return !!binding.createClient;
  }

  function addListeners(count: number): boolean {
    const watch = binding.createClient?.();
    for (let index = 0; index < count; index += 1) kept.push(watch?.(() => {}));
    return !!watch;
  }

  Object.assign(window, {
    lab: {
      shown,
      client: binding,
      prepareSignIn: binding.prepareSignIn,
      get renders() {
        return renders;
      },
    },
  });
  // What the server has rendered waits until it is told.
  if (container.hasChildNodes()) {
    Object.assign(window, { bench: { hydrate } });
    return;
  }
  const root = createRoot(container);
  root.render(<App {...props} />);
  Object.assign(window, {
    bench: { addClients, addListeners, ...createRemounts(root, App, props) },
  });
}

/** Runs a client's page. On a server it does nothing: what that renders is built from the binding. */
export function mount(binding: Binding): Binding {
  const container = globalThis.document?.querySelector("#app");
  if (container) start(binding, container);
  return binding;
}
