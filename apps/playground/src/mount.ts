import { createApp } from "vue";
import PlaygroundApp from "./view/PlaygroundApp.vue";

/** Options of {@link mountPlayground}. */
export interface PlaygroundOptions {
  /**
   * The address of the playground's own page, for links to a state. Without it, this page is that page,
   * and the state is kept in its hash.
   */
  readonly pageUrl?: string | undefined;
}

/** Shows the playground in an element. The result removes it. */
export function mountPlayground(element: Element, options: PlaygroundOptions = {}): () => void {
  const app = createApp(PlaygroundApp, { pageUrl: options.pageUrl });
  app.mount(element);
  return () => app.unmount();
}
