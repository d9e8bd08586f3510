import { shared, type AuthClientConfig } from "./shared.ts";

export type { AuthClientConfig };

/**
 * Defaults of `basePath` and `baseUrl` for providers without these props, and for `signIn` and its
 * like where no provider is mounted. Auth.js v5 exports it under this name.
 */
export const __NEXTAUTH: AuthClientConfig = shared.defaults;
