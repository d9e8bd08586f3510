import type { ClientSafeProvider as CoreProvider } from "@sojourn/core";
import type { Declared, Result } from "./next-auth.ts";

/** Some literals, which editors suggest, or any other string. */
export type LiteralUnion<T extends U, U = string> = T | (U & Record<never, never>);

/** The providers whose sign-in can stay on the page. */
export type RedirectableProviderType = "email" | "credentials";

interface OurProvider extends CoreProvider {
  id: LiteralUnion<RedirectableProviderType>;
}

/** The providers of the server by their ids, as the installed next-auth declares them. */
export type Providers = NonNullable<
  Result<Declared<"getProviders", () => Promise<Record<string, OurProvider> | null>>>
>;

/** A provider of the server, from `GET /providers`. */
export type ClientSafeProvider = Providers[keyof Providers];

/** The type of a CSRF token. v4 declares that there may be none. */
export type CsrfToken = Result<Declared<"getCsrfToken", () => Promise<string>>>;
