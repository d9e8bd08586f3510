import type {
  SignInAuthorizationParams,
  SignInOptions as CoreSignInOptions,
  SignInResponse as CoreSignInResponse,
  SignOutOptions,
  SignOutResponse,
} from "@sojourn/core";
import type { Declared, Result } from "./next-auth.ts";
import type { LiteralUnion, RedirectableProviderType } from "./providers.ts";

/** Options of `signIn`. All other fields are sent to the provider. */
export interface SignInOptions<R extends boolean = boolean> extends CoreSignInOptions<R> {}

/** Options of `signOut`. */
export interface SignOutParams<R extends boolean = boolean> extends SignOutOptions<R> {}

type Provider = LiteralUnion<RedirectableProviderType>;

interface Code {
  /**
   * The `code` of a `CredentialsSignin` error, from Auth.js v5 only. Values that a test creates may
   * lack it.
   */
  code?: string | undefined;
}
interface OurResponse extends Omit<CoreSignInResponse, "code">, Code {}
type Answer = NonNullable<Result<Declared<"signIn", () => Promise<OurResponse>>>>;

/**
 * The auth result of a sign-in, as the installed next-auth declares it, with `code`, which v4
 * lacks.
 */
export type SignInResponse = "code" extends keyof Answer ? Answer : Answer & Code;

/** Rejects a `redirect` whose value the compiler knows. */
type Undecided<R extends boolean> = boolean extends R ? unknown : never;

/**
 * What `signIn` accepts and next-auth's does not: a form, and a `redirect` whose value the compiler
 * does not know.
 */
interface MoreSignIn {
  // It is generic, so that tools do not choose it as the signature of a mock.
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

/** The signatures of v5, and of v4 for calls with its type argument. */
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
 * The signatures of `signIn`: those of this package, and then those of the installed next-auth, or of
 * v5 if none is installed. They come last because tools use the last signature.
 */
export type SignIn = MoreSignIn & Declared<"signIn", PlainSignIn>;

/**
 * What `signOut` accepts and next-auth's does not: v5's `redirectTo` with v4, and an undecided
 * `redirect`.
 */
interface MoreSignOut {
  <R extends boolean = true>(
    options: SignOutParams<R> & Undecided<R>,
  ): Promise<SignOutResponse | undefined>;
  (options: SignOutParams<true> & { redirectTo: string }): Promise<void>;
  (options: SignOutParams<false> & { redirectTo: string }): Promise<SignOutResponse>;
}

/** The signatures of v5, and of v4 for calls with its type argument. */
interface PlainSignOut {
  <R extends boolean | undefined = undefined>(
    ...args: R extends boolean ? [options?: SignOutParams<R>] : [never]
  ): Promise<R extends true ? undefined : SignOutResponse>;
  (options?: SignOutParams<true>): Promise<void>;
  (options?: SignOutParams<false>): Promise<SignOutResponse>;
}

/**
 * The signatures of `signOut`: those of this package, and then those of the installed next-auth, or
 * of v5.
 */
export type SignOut = MoreSignOut & Declared<"signOut", PlainSignOut>;
