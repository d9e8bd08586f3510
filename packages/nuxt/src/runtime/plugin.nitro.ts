import { keepPrivate } from "@sojourn/core/server";
import { defineNitroPlugin } from "nitropack/runtime";
import { contextOf, outerContextOf } from "./server/context.ts";
import { responseHeaders } from "./server/response-headers.ts";
import { toPrivateBody } from "./server/to-private-body.ts";

/**
 * Marks what the app asks for a session, and lets no shared cache keep a response for which one was
 * read, whatever else has set its header meanwhile.
 *
 * @see https://nitro.build/guide/plugins#nitro-runtime-hooks
 */
const nitroPlugin: ReturnType<typeof defineNitroPlugin> = defineNitroPlugin(({ hooks }) => {
  hooks.hook("request", (event) => {
    // What it asks in turn has this context as its outer one.
    if (outerContextOf(event).isSojournRead) contextOf(event).isSojournRead = true;
  });
  hooks.hook("beforeResponse", (event, response) => {
    if (!contextOf(event).sojourn || event.node.res.headersSent) return;
    keepPrivate(responseHeaders(event));
    response.body = toPrivateBody(response.body);
  });
});

export default nitroPlugin;
