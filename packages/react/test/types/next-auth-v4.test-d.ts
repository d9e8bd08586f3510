import type { BuiltInProviderType } from "next-auth/providers/index";
import type * as theirs from "next-auth/react";
import type { SignInResponse as V5SignInResponse } from "next-auth5/react";
import { describe, expectTypeOf, test } from "vitest";
import * as ours from "../../src/index.ts";

/*
 * Where the types of next-auth v4 and Auth.js v5 disagree, v5's hold. Each line has a test below
 * that proves the disagreement.
 *
 * | name                      | v4                              | v5, and Sojourn                 |
 * | ------------------------- | ------------------------------- | ------------------------------- |
 * | SignInResponse.error      | string | null                   | string | undefined              |
 * | SignInResponse.code       | –                               | string | undefined              |
 * | signIn() that redirects   | SignInResponse | undefined      | void                            |
 * | signIn() that does not    | SignInResponse | undefined      | SignInResponse                  |
 * | signOut() that redirects  | undefined                       | void                            |
 * | getCsrfToken()            | string | undefined              | string                          |
 * | ClientSafeProvider.type   | oauth | email | credentials     | the same, and oidc and webauthn |
 * | SignInOptions             | redirect is a boolean           | redirect is a type parameter    |
 */

type Their = typeof theirs;
/** v4's signature of `signIn`, with v5's response. */
type TheirSignIn = <P extends ours.RedirectableProviderType | undefined = undefined>(
  provider?: Parameters<typeof theirs.signIn<P>>[0],
  options?: theirs.SignInOptions,
  authorizationParams?: theirs.SignInAuthorizationParams,
) => Promise<P extends ours.RedirectableProviderType ? V5SignInResponse | undefined : undefined>;

describe("every value of v4's next-auth/react can be replaced by ours:", () => {
  test("SessionContext", () => void (ours.SessionContext satisfies Their["SessionContext"]));
  test("SessionProvider", () => void (ours.SessionProvider satisfies Their["SessionProvider"]));
  test("useSession", () => void (ours.useSession satisfies Their["useSession"]));
  test("getSession", () => void (ours.getSession satisfies Their["getSession"]));
  test("getCsrfToken", () => void (ours.getCsrfToken satisfies Their["getCsrfToken"]));
  test("getProviders, with v5's types of providers", () => {
    type Provider = Omit<theirs.ClientSafeProvider, "type">;
    ours.getProviders satisfies () => Promise<Record<
      theirs.LiteralUnion<BuiltInProviderType>,
      Provider
    > | null>;
    // @ts-expect-error v5 has more types of providers
    ours.getProviders satisfies Their["getProviders"];
  });
  test("signIn, with v5's response", () => {
    ours.signIn satisfies TheirSignIn;
    // @ts-expect-error v5 has another SignInResponse
    ours.signIn satisfies Their["signIn"];
  });
  test("signOut", () => void (ours.signOut satisfies Their["signOut"]));
  test("and there is no other", () => {
    // A CommonJS module has these two besides.
    type Names = Exclude<keyof Their, "default" | "module.exports">;
    expectTypeOf<Exclude<Names, keyof typeof ours>>().toEqualTypeOf<never>();
  });
});

describe("what is made for v4 can be given to ours:", () => {
  test("SignInOptions", () => {
    expectTypeOf<theirs.SignInOptions>().toExtend<ours.SignInOptions>();
  });
  test("SignOutParams", () => {
    expectTypeOf<theirs.SignOutParams>().toExtend<ours.SignOutParams>();
    expectTypeOf<theirs.SignOutParams<boolean>>().toExtend<ours.SignOutParams<boolean>>();
  });
  test("SignInAuthorizationParams", () => {
    expectTypeOf<theirs.SignInAuthorizationParams>().toExtend<ours.SignInAuthorizationParams>();
  });
  test("SessionProviderProps", () => {
    expectTypeOf<theirs.SessionProviderProps>().toExtend<ours.SessionProviderProps>();
  });
  test("UseSessionOptions", () => {
    expectTypeOf<theirs.UseSessionOptions<true>>().toExtend<ours.UseSessionOptions<true>>();
    expectTypeOf<theirs.UseSessionOptions<false>>().toExtend<ours.UseSessionOptions<false>>();
    expectTypeOf<theirs.UseSessionOptions<boolean>>().toExtend<ours.UseSessionOptions<boolean>>();
  });
  test("GetSessionParams, with the request or the context", () => {
    expectTypeOf<theirs.GetSessionParams>().toExtend<ours.GetSessionParams>();
    expectTypeOf<Parameters<Their["getCsrfToken"]>>().toExtend<
      Parameters<typeof ours.getCsrfToken>
    >();
  });
  test("a value for SessionContext", () => {
    expectTypeOf<theirs.SessionContextValue>().toExtend<ours.SessionContextValue>();
  });
});

describe("what ours returns is what v4 declares:", () => {
  test("SessionContextValue", () => {
    expectTypeOf<ours.SessionContextValue>().toExtend<theirs.SessionContextValue>();
    expectTypeOf<ours.SessionContextValue<true>>().toExtend<theirs.SessionContextValue<true>>();
  });
  test("SignOutResponse", () => {
    expectTypeOf<ours.SignOutResponse>().toEqualTypeOf<theirs.SignOutResponse>();
  });
  test("LiteralUnion", () => {
    expectTypeOf<ours.LiteralUnion<"a">>().toEqualTypeOf<theirs.LiteralUnion<"a">>();
  });
  test("Session", () => {
    expectTypeOf<ours.Session>().toExtend<NonNullable<Awaited<ReturnType<Their["getSession"]>>>>();
  });
});

describe("v5 wins over v4:", () => {
  test("SignInResponse.error", () => {
    // @ts-expect-error
    expectTypeOf<ours.SignInResponse["error"]>().toExtend<theirs.SignInResponse["error"]>();
    expectTypeOf<Omit<ours.SignInResponse, "error">>().toExtend<
      Omit<theirs.SignInResponse, "error">
    >();
  });
  test("SignInResponse.code", () => {
    // @ts-expect-error
    expectTypeOf<theirs.SignInResponse>().toHaveProperty("code");
    expectTypeOf<ours.SignInResponse>().toHaveProperty("code");
  });
  test("signIn() that redirects", () => {
    const answer = () => ours.signIn("credentials", { callbackUrl: "/" });
    // @ts-expect-error
    answer satisfies () => Promise<theirs.SignInResponse | undefined>;
    expectTypeOf(answer).returns.resolves.toEqualTypeOf<void>();
  });
  test("signIn() that does not", () => {
    expectTypeOf(
      ours.signIn("credentials", { redirect: false }),
    ).resolves.toEqualTypeOf<V5SignInResponse>();
  });
  test("signOut() that redirects", () => {
    const answer = () => ours.signOut();
    // @ts-expect-error
    answer satisfies () => Promise<undefined>;
    expectTypeOf(answer).returns.resolves.toEqualTypeOf<void>();
  });
  test("getCsrfToken()", () => {
    // @ts-expect-error
    expectTypeOf<Awaited<ReturnType<Their["getCsrfToken"]>>>().toExtend<string>();
    expectTypeOf(ours.getCsrfToken()).resolves.toEqualTypeOf<string>();
  });
  test("ClientSafeProvider.type", () => {
    // @ts-expect-error
    expectTypeOf<ours.ClientSafeProvider>().toExtend<theirs.ClientSafeProvider>();
    expectTypeOf<Omit<ours.ClientSafeProvider, "type">>().toExtend<
      Omit<theirs.ClientSafeProvider, "type">
    >();
  });
  test("SignInOptions", () => {
    // @ts-expect-error
    ({}) satisfies theirs.SignInOptions<false>;
    ({ redirect: false }) satisfies ours.SignInOptions<false>;
    // @ts-expect-error
    ({ redirect: true }) satisfies ours.SignInOptions<false>;
  });
});

describe("code written for v4 compiles:", () => {
  test("a sign-in page that keeps the providers in its state", async () => {
    type Providers = Record<ours.LiteralUnion<BuiltInProviderType>, ours.ClientSafeProvider>;
    const providers = await ours.getProviders();
    providers satisfies Providers | null;
  });
  test("signIn with its type argument", () => {
    const answer = ours.signIn<"credentials">("credentials", { redirect: false });
    expectTypeOf(answer).resolves.toEqualTypeOf<V5SignInResponse | undefined>();
  });
  test("signIn with a redirect that is only known when it runs", () => {
    const options = { redirect: Math.random() > 0.5 };
    const answer = ours.signIn("google", options);
    expectTypeOf(answer).resolves.toEqualTypeOf<V5SignInResponse | undefined>();
  });
});
