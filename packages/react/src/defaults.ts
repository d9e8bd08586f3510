/** Where the auth server is, for clients that were not told. */
export interface AuthClientConfig {
  basePath: string | undefined;
  baseUrl: string | undefined;
}

/**
 * Defaults of `basePath` and `baseUrl` for providers without these props, and for `signIn` and its
 * like where no provider is mounted. Auth.js v5 exports it under this name.
 */
export const __NEXTAUTH: AuthClientConfig = { basePath: undefined, baseUrl: undefined };
