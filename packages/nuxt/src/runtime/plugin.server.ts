import { defineNuxtPlugin, useRequestEvent, type Plugin } from "nuxt/app";
import { useConfig } from "./config.ts";
import { install } from "./install.ts";
import { readRequestOnce } from "./server/read-request-once.ts";
import { sendCookies } from "./server/send-cookies.ts";

/** Renders the page with the session of its request. A prerendered page has none. */
const plugin: Plugin = defineNuxtPlugin({
  name: "sojourn",
  async setup(nuxtApp) {
    const { client: options, readOnServer, sessionCookie } = useConfig();
    const event = import.meta.prerender || !readOnServer ? undefined : useRequestEvent();
    await nuxtApp.callHook("sojourn:options", options);
    if (event) {
      const { session, headers } = await readRequestOnce(event, { ...options, sessionCookie });
      sendCookies(event, headers.getSetCookie());
      if (session !== undefined) nuxtApp.payload.sojourn = { session };
    }
    install(nuxtApp, options);
  },
});

export default plugin;
