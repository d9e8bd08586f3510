import { createRefresher } from "@sojourn/core/refresh";
import { defineNuxtPlugin, refreshNuxtData, useRouter, type Plugin } from "nuxt/app";
import { useConfig } from "./config.ts";
import { install } from "./install.ts";
import { leaveGuardedPages } from "./leave-guarded-pages.ts";

/** Starts with the session that the server has rendered. The page's data and guards follow it. */
const plugin: Plugin = defineNuxtPlugin({
  name: "sojourn",
  async setup(nuxtApp) {
    const { client: options, refreshOnChange } = useConfig();
    const router = useRouter();
    await nuxtApp.callHook("sojourn:options", options);
    const client = install(nuxtApp, options);
    leaveGuardedPages(nuxtApp, router, client);

    if (!refreshOnChange) return;
    const { sojourn, serverRendered } = nuxtApp.payload;
    // HTML without a session was rendered for nobody.
    const rendered = sojourn ? sojourn.session : serverRendered ? null : undefined;
    const refresher = createRefresher(client, { rendered });
    const refresh = (): unknown => nuxtApp.runWithContext(() => refreshNuxtData());
    nuxtApp.hook("app:mounted", () => void refresher.start(refresh));
  },
});

export default plugin;
