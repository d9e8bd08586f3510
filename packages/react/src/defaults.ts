import { shared, type AuthClientConfig } from "./shared.ts";

export type { AuthClientConfig };

/**
 * The defaults of `basePath` and `baseUrl`: for providers without these props, and for functions
 * such as `signIn` while no provider is mounted. Auth.js v5 exports it by this name.
 */
export const __NEXTAUTH: AuthClientConfig = shared.defaults;
