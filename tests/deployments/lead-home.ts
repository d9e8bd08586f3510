import { basePath } from "./base-path.ts";

/**
 * The `redirect` callback of both versions. Whom they may not lead where they ask, they lead to the
 * root of the origin, which is not this app.
 */
export function leadHome({ url, baseUrl }: { url: string; baseUrl: string }): string {
  const home = new URL(baseUrl).origin + basePath;
  const { href } = new URL(url, baseUrl);
  return href === home || href.startsWith(`${home}/`) ? href : home;
}
