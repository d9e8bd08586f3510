/** Options of the integration. */
export interface SojournOptions {
  /**
   * The module of the app's auth server, e.g. `"./src/auth.ts"`, relative to the project. Its default
   * export answers a request: `(request) => Auth(request, config)`. Without it nothing is read on the
   * server, and islands read the session in the browser.
   */
  handler?: string | undefined;
  /**
   * The path of the Auth.js handlers, or a full URL if there is no `handler`. Default: `/api/auth`,
   * below Astro's `base`.
   */
  basePath?: string | undefined;
  /**
   * A module whose default export are further options of the client, such as `refetchInterval`. Server
   * and browser load it: the server's reads have its `schema` and `timeoutMs`, too. What the schema
   * returns is written into the page as JSON.
   */
  client?: string | undefined;
  /**
   * The name of the session's cookie, if `cookies.sessionToken.name` of the auth server sets one. By
   * this cookie the server tells a database that is down from "nobody is signed in".
   */
  sessionCookie?: string | undefined;
}
