import type { AstroIntegration } from "astro";
import type { SojournOptions } from "./options.ts";
import { createVirtualModules } from "./virtual-modules.ts";

export type { SojournOptions } from "./options.ts";

const LOCALS = `declare namespace App {
  interface Locals {
    /** The session of the request: \`null\` if nobody is signed in, \`undefined\` if it is not known. */
    session: import("@sojourn/core").RegisteredSession | null | undefined;
  }
}
`;

/**
 * Gives all islands of a page one session, in whatever framework they are written, and puts the
 * session of each request into `Astro.locals.session` and into the page. It also serves the auth
 * server's endpoints.
 *
 * @see https://docs.astro.build/en/reference/integrations-reference/
 */
// oxlint-disable-next-line import/no-default-export -- what Astro's configurations import
export default function sojourn(options: SojournOptions = {}): AstroIntegration {
  return {
    name: "@sojourn/astro",
    hooks: {
      "astro:config:setup"({ config, addMiddleware, injectRoute, injectScript, updateConfig }) {
        const base = config.base.replace(/\/$/, "");
        const basePath = options.basePath ?? `${base}/api/auth`;
        const plugin = createVirtualModules(options, basePath, config.root);
        updateConfig({ vite: { plugins: [plugin] } });
        // It also registers the client on the server, and so is needed for static pages.
        addMiddleware({ order: "pre", entrypoint: new URL("./middleware.js", import.meta.url) });
        // Islands wait for it.
        injectScript("before-hydration", 'import "@sojourn/astro/client";');
        if (!options.handler) return;
        injectRoute({
          // Astro puts its base before each pattern.
          pattern: `${basePath.startsWith(base) ? basePath.slice(base.length) : basePath}/[...auth]`,
          entrypoint: new URL("./endpoint.js", import.meta.url),
          prerender: false,
        });
      },
      "astro:config:done"({ injectTypes }) {
        injectTypes({ filename: "locals.d.ts", content: LOCALS });
      },
    },
  };
}
