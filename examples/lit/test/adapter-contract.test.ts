import {
  adapterContract,
  type CircularApp,
  type ContractApp,
  type ContractConsumer,
  type MountedApp,
} from "@sojourn/testing/adapter-contract";
import { html, LitElement } from "lit";
import { test } from "vitest";
import { addSession } from "../src/session-controller.ts";

type Source = Pick<ContractApp, "client" | "session">;

class Consumer extends LitElement {
  readonly #client: Source["client"];
  readonly #show: ContractConsumer["show"];
  readonly #session: ReturnType<typeof addSession<unknown, boolean>>;

  constructor(source: Source, { options, show }: ContractConsumer) {
    super();
    this.#client = source.client;
    this.#show = show;
    this.#session = addSession<unknown, boolean>(this, {
      required: options.required,
      select: options.select,
      onUnauthenticated: options.onUnauthenticated,
      ...source,
    });
  }

  protected override render() {
    const { status, data, error } = this.#session.value;
    const { update } = this.#client;
    return html`<p>${this.#show({ status, data, error, update }, this.#client)}</p>`;
  }
}
customElements.define("contract-consumer", Consumer);

async function mount({ consumers, ...source }: ContractApp): Promise<MountedApp> {
  const main = document.createElement("main");
  const elements = consumers.map((consumer) => new Consumer(source, consumer));
  main.append(...elements);
  document.body.append(main);
  await rendered();
  return {
    texts: () => elements.map((it) => it.renderRoot.textContent?.trim() ?? ""),
    unmount: () => main.remove(),
  };
}

/** Lit renders in microtasks. */
async function rendered(): Promise<void> {
  const elements = Array.from(document.querySelectorAll("contract-consumer"));
  await Promise.all(elements.map((it) => (it as Consumer).updateComplete));
}

/** A session that a page makes in rendering is handed to the client. */
async function mountCircle({ source, make, ...app }: CircularApp): Promise<MountedApp> {
  const circle: ContractConsumer = {
    options: {},
    show(session) {
      app.client.hydrate(make(session));
      return "";
    },
  };
  const above = await mount({ client: source, consumers: [circle] });
  const page = await mount(app);
  return {
    texts: page.texts,
    async unmount() {
      await above.unmount();
      await page.unmount();
    },
  };
}

const rules = adapterContract({
  mount,
  mountCircle,
  async settle(work) {
    await work();
    await rendered();
  },
});
for (const { name, run } of rules) test(name, run);
