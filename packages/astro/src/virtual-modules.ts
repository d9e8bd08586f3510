import { fileURLToPath } from "node:url";
import type { SojournOptions } from "./options.ts";

const PACKAGE = "@sojourn/astro";

/** A plugin of Vite, as far as this package needs one. */
export interface VirtualModules {
  readonly name: string;
  configEnvironment(environment: string): object;
  resolveId(id: string): string | undefined;
  load(id: string): string | undefined;
}

/** Creates the plugin that connects this package's modules with those of the app. */
export function createVirtualModules(
  { handler, client, sessionCookie }: SojournOptions,
  basePath: string,
  root: URL,
): VirtualModules {
  const quote = (path: string): string => JSON.stringify(fileURLToPath(new URL(path, root)));
  const path = JSON.stringify(basePath);
  const modules: Record<string, string> = {
    "virtual:sojourn/client-options": client
      ? `import own from ${quote(client)};\nexport default { basePath: ${path}, ...own };`
      : `export default { basePath: ${path} };`,
    "virtual:sojourn/server": [
      handler
        ? `export { default as handler } from ${quote(handler)};`
        : "export const handler = undefined;",
      `export const basePath = ${path};`,
      `export const sessionCookie = ${JSON.stringify(sessionCookie)};`,
    ].join("\n"),
  };

  return {
    name: PACKAGE,
    // Only Vite knows these modules, so it has to bundle what imports them.
    configEnvironment: (environment) =>
      environment === "client"
        ? { optimizeDeps: { exclude: [PACKAGE] } }
        : { resolve: { noExternal: [PACKAGE] }, optimizeDeps: { exclude: [PACKAGE] } },
    resolveId: (id) => (id in modules ? `\0${id}` : undefined),
    load: (id) => modules[id.replace("\0", "")],
  };
}
