import { isServer } from "@sojourn/core";
import { appendPanel } from "../panel/mount-panel.ts";
import { addClient, type ReadableClient } from "../registry.ts";
import { publish } from "./publish.ts";

/** A plugin, as `@tanstack/devtools` takes it. */
export interface SojournPlugin {
  readonly id: string;
  readonly name: string;
  render(element: HTMLElement, props: { readonly theme: "light" | "dark" }): void;
  destroy(): void;
}

/** {@link sojournDevtoolsPlugin}, in development. */
export function createPlugin(client?: ReadableClient): SojournPlugin {
  let remove: (() => void) | undefined;
  if (!isServer()) publish();
  if (client) addClient(client);

  return {
    id: "sojourn",
    name: "Sojourn",
    // It is called again when the theme changes.
    render(element, { theme }) {
      remove?.();
      remove = appendPanel(element, client, { inline: "", theme });
    },
    destroy: () => remove?.(),
  };
}
