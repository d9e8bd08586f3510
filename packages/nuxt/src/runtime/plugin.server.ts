import { appendResponseHeader } from "h3";
import { defineNuxtPlugin, useRequestEvent, type Plugin } from "nuxt/app";
import { useConfig } from "./config.ts";
import { install } from "./install.ts";
import { loadsPage } from "./server/loads-page.ts";
import { readRequestOnce } from "./server/read-request-once.ts";

/** Renders the page with the session of its request. A prerendered page has none. */
const plugin: Plugin = defineNuxtPlugin({
  name: "sojourn",
  async setup(nuxtApp) {
    const { client: options, readOnServer } = useConfig();
    const event = import.meta.prerender || !readOnServer ? undefined : useRequestEvent();
    await nuxtApp.callHook("sojourn:options", options);
    if (event) {
      const { session, headers } = await readRequestOnce(event, options);
      // By these the auth server renews or clears its cookie.
      const cookies = loadsPage(event) ? headers.getSetCookie() : [];
      for (const cookie of cookies) {
        appendResponseHeader(event, "set-cookie", cookie);
      }
      if (session !== undefined) nuxtApp.payload.sojourn = { session };
    }
    install(nuxtApp, options);
  },
});

export default plugin;
