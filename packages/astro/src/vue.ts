import { createSojourn } from "@sojourn/vue";
import type { App } from "vue";
import { getIslandSession } from "./island.ts";

/**
 * Gives an island of Vue the session of the page. Call it in the `appEntrypoint` of your own; without
 * one, this module is the entrypoint: `vue({ appEntrypoint: "@sojourn/astro/vue" })`.
 *
 * @see https://docs.astro.build/en/guides/integrations-guide/vue/#appentrypoint
 */
export function provideSession(app: App): void {
  const { client, rendered: session } = getIslandSession();
  app.use(createSojourn({ client, session }));
}

// oxlint-disable-next-line import/no-default-export -- what @astrojs/vue calls
export default (app: App): void => provideSession(app);
