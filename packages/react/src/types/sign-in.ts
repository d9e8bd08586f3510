import type {
  SignInAuthorizationParams,
  SignInOptions as CoreSignInOptions,
  SignInResponse as CoreSignInResponse,
  SignOutOptions,
  SignOutResponse,
} from "@sojourn/core";
import type { Declared, Result } from "./next-auth.ts";
import type { LiteralUnion, RedirectableProviderType } from "./providers.ts";

/** Options of `signIn`; all other fields are sent to the provider. */
export interface SignInOptions<R extends boolean = boolean> extends CoreSignInOptions<R> {}

/** Options of `signOut`. */
export interface SignOutParams<R extends boolean = boolean> extends SignOutOptions<R> {}

type Provider = LiteralUnion<RedirectableProviderType>;

interface Code {
  /** Auth.js v5: the `code` of a `CredentialsSignin` error. What a test makes of its own may lack it. */
  code?: string | undefined;
}
interface OurResponse extends Omit<CoreSignInResponse, "code">, Code {}
type Answer = NonNullable<Result<Declared<"signIn", () => Promise<OurResponse>>>>;

/** What the server said to a sign-in, as the installed next-auth declares it; v4 knows no `code`. */
export type SignInResponse = "code" extends keyof Answer ? Answer : Answer & Code;

/** Refuses a `redirect` that is known before it runs. */
type Undecided<R extends boolean> = boolean extends R ? unknown : never;

/** What `signIn` takes and next-auth's does not: a form, a `redirect` that is not known before it runs. */
interface MoreSignIn {
  // Generic, lest tools that look for a mock's signature find this one.
  <Form extends FormData>(
    provider: Provider | undefined,
    options: Form,
    authorizationParams?: SignInAuthorizationParams,
  ): Promise<SignInResponse | undefined>;
  <R extends boolean = true>(
    provider: Provider | undefined,
    options: SignInOptions<R> & Undecided<R>,
    authorizationParams?: SignInAuthorizationParams,
  ): Promise<SignInResponse | undefined>;
}

/** v5's signatures, and v4's for those who name its type argument. */
interface PlainSignIn {
  <P extends RedirectableProviderType | undefined = undefined>(
    ...args: P extends RedirectableProviderType
      ? [
          provider?: Provider,
          options?: SignInOptions,
          authorizationParams?: SignInAuthorizationParams,
        ]
      : [never]
  ): Promise<SignInResponse | undefined>;
  (
    provider?: Provider,
    options?: SignInOptions<true>,
    authorizationParams?: SignInAuthorizationParams,
  ): Promise<void>;
  (
    provider?: Provider,
    options?: SignInOptions<false>,
    authorizationParams?: SignInAuthorizationParams,
  ): Promise<SignInResponse>;
}

/**
 * The signatures of `signIn`: ours, and then those of the installed next-auth, for tools look at the
 * last one; v5's where none is installed.
 */
export type SignIn = MoreSignIn & Declared<"signIn", PlainSignIn>;

/** What `signOut` takes and next-auth's does not: v5's `redirectTo` beside v4, and an undecided `redirect`. */
interface MoreSignOut {
  <R extends boolean = true>(
    options: SignOutParams<R> & Undecided<R>,
  ): Promise<SignOutResponse | undefined>;
  (options: SignOutParams<true> & { redirectTo: string }): Promise<void>;
  (options: SignOutParams<false> & { redirectTo: string }): Promise<SignOutResponse>;
}

/** v5's signatures, and v4's for those who name its type argument. */
interface PlainSignOut {
  <R extends boolean | undefined = undefined>(
    ...args: R extends boolean ? [options?: SignOutParams<R>] : [never]
  ): Promise<R extends true ? undefined : SignOutResponse>;
  (options?: SignOutParams<true>): Promise<void>;
  (options?: SignOutParams<false>): Promise<SignOutResponse>;
}

/** The signatures of `signOut`: ours, and then those of the installed next-auth, or v5's. */
export type SignOut = MoreSignOut & Declared<"signOut", PlainSignOut>;
