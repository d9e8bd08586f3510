import type { ClientSafeProvider as CoreProvider } from "@sojourn/core";
import type { Declared, Result } from "./next-auth.ts";

/** Some literals for the editor to offer, and any other string. */
export type LiteralUnion<T extends U, U = string> = T | (U & Record<never, never>);

/** The providers whose sign-in can be awaited: they need not leave the page. */
export type RedirectableProviderType = "email" | "credentials";

interface OurProvider extends CoreProvider {
  id: LiteralUnion<RedirectableProviderType>;
}

/** The providers of the server by id, as the installed next-auth declares them. */
export type Providers = NonNullable<
  Result<Declared<"getProviders", () => Promise<Record<string, OurProvider> | null>>>
>;

/** How a provider presents itself, from `GET /providers`. */
export type ClientSafeProvider = Providers[keyof Providers];

/** v4's client says that there may be no token. */
export type CsrfToken = Result<Declared<"getCsrfToken", () => Promise<string>>>;
