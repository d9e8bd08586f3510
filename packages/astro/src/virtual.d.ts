// Written by the plugin of `virtual-modules.ts`.

declare module "virtual:sojourn/client-options" {
  /** The options of the client. */
  const options: import("@sojourn/core").SessionClientOptions<
    import("@sojourn/core").RegisteredSession
  >;
  export default options;
}

declare module "virtual:sojourn/server" {
  /** The path of the Auth.js handlers. */
  export const basePath: string;
  /** The name of the session's cookie; `undefined` means that of Auth.js. */
  export const sessionCookie: string | undefined;
  /** The default export of the app's module; `undefined` if there is none. */
  export const handler: import("@sojourn/core/server").AuthHandler | undefined;
}
