import { addClient, type ReadableClient } from "../registry.ts";
import { createPanel, type Panel } from "./panel.ts";

/** The name of the element. */
export const TAG = "sojourn-devtools";

/** `<sojourn-devtools>`: the button and the panel; with the attribute `inline`, the panel alone. */
export interface DevtoolsElement extends HTMLElement {
  /** The client that the buttons act on. */
  client: ReadableClient | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "sojourn-devtools": DevtoolsElement;
  }
}

/** Defines the element, if the page does not have it yet. */
export function defineElement(): void {
  if (customElements.get(TAG)) return;

  customElements.define(
    TAG,
    class extends HTMLElement implements DevtoolsElement {
      #client: ReadableClient | undefined;
      #panel: Panel | undefined;

      get client(): ReadableClient | undefined {
        return this.#client;
      }

      set client(client: ReadableClient | undefined) {
        this.#client = client;
        if (client) addClient(client);
      }

      connectedCallback(): void {
        const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
        this.#panel = createPanel(root, this.hasAttribute("inline"));
      }

      disconnectedCallback(): void {
        this.#panel?.destroy();
      }
    },
  );
}
