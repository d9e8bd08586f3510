import type { ProviderId } from "next-auth5/providers";
import type * as theirs from "next-auth5/react";
import { describe, expectTypeOf, test } from "vitest";
import type {
  AuthClientConfig,
  ClientSafeProvider,
  Session,
  SignOutResponse,
} from "../../src/index.ts";
import * as ours from "../../src/index.ts";

/*
 * Auth.js v5 wins wherever it disagrees with v4 (next-auth-v4.test-d.ts lists where). There are two
 * things that it declares and that are not so; here Sojourn says what is:
 *
 * | v5 says                              | what is                                       |
 * | ------------------------------------ | --------------------------------------------- |
 * | a provider has a `redirectTo`        | its server does not send one                  |
 * | `__NEXTAUTH` holds a client's state  | Sojourn keeps none in a module, only defaults |
 */

type Their = typeof theirs;
type TheirProviders = NonNullable<Awaited<ReturnType<Their["getProviders"]>>>;
type TheirProvider = TheirProviders[string];

describe("every value of v5's next-auth/react can be replaced by ours:", () => {
  test("SessionContext", () => void (ours.SessionContext satisfies Their["SessionContext"]));
  test("SessionProvider", () => void (ours.SessionProvider satisfies Their["SessionProvider"]));
  test("useSession", () => void (ours.useSession satisfies Their["useSession"]));
  test("getSession", () => void (ours.getSession satisfies Their["getSession"]));
  test("getCsrfToken", () => void (ours.getCsrfToken satisfies Their["getCsrfToken"]));
  test("signIn", () => void (ours.signIn satisfies Their["signIn"]));
  test("signOut", () => void (ours.signOut satisfies Their["signOut"]));
  test("getProviders, but for redirectTo", () => {
    type Provider = Omit<TheirProvider, "redirectTo">;
    ours.getProviders satisfies () => Promise<Record<ProviderId, Provider> | null>;
    // @ts-expect-error no server sends redirectTo
    ours.getProviders satisfies Their["getProviders"];
  });
  test("__NEXTAUTH, for what people set in it", () => {
    ours.__NEXTAUTH satisfies AuthClientConfig;
    expectTypeOf<Their["__NEXTAUTH"]>().toExtend<AuthClientConfig>();
    // @ts-expect-error no state in a module
    ours.__NEXTAUTH satisfies Their["__NEXTAUTH"];
  });
  test("and there is no other", () => {
    expectTypeOf<Exclude<keyof Their, keyof typeof ours>>().toEqualTypeOf<never>();
  });
});

describe("what is made for v5 can be given to ours:", () => {
  test("SignInOptions", () => {
    expectTypeOf<theirs.SignInOptions>().toExtend<ours.SignInOptions>();
    expectTypeOf<theirs.SignInOptions<true>>().toExtend<ours.SignInOptions<true>>();
    expectTypeOf<theirs.SignInOptions<false>>().toExtend<ours.SignInOptions<false>>();
  });
  test("SignOutParams", () => {
    expectTypeOf<theirs.SignOutParams>().toExtend<ours.SignOutParams>();
    expectTypeOf<theirs.SignOutParams<true>>().toExtend<ours.SignOutParams<true>>();
    expectTypeOf<theirs.SignOutParams<false>>().toExtend<ours.SignOutParams<false>>();
  });
  test("SignInAuthorizationParams", () => {
    expectTypeOf<theirs.SignInAuthorizationParams>().toExtend<ours.SignInAuthorizationParams>();
  });
  test("SessionProviderProps", () => {
    expectTypeOf<theirs.SessionProviderProps>().toExtend<ours.SessionProviderProps>();
  });
  test("UseSessionOptions", () => {
    type Options<R extends boolean> = NonNullable<Parameters<typeof theirs.useSession<R>>[0]>;
    expectTypeOf<Options<true>>().toExtend<ours.UseSessionOptions<true>>();
    expectTypeOf<Options<false>>().toExtend<ours.UseSessionOptions<false>>();
  });
  test("GetSessionParams", () => {
    expectTypeOf<theirs.GetSessionParams>().toExtend<ours.GetSessionParams>();
  });
  test("a value for SessionContext", () => {
    expectTypeOf<theirs.SessionContextValue>().toExtend<ours.SessionContextValue>();
  });
});

describe("what ours returns is what v5 declares:", () => {
  test("UpdateSession", () => {
    expectTypeOf<ours.UpdateSession>().toExtend<theirs.UpdateSession>();
    expectTypeOf<theirs.UpdateSession>().toExtend<ours.UpdateSession>();
  });
  test("SessionContextValue", () => {
    expectTypeOf<ours.SessionContextValue>().toExtend<theirs.SessionContextValue>();
    expectTypeOf<ours.SessionContextValue<true>>().toExtend<theirs.SessionContextValue<true>>();
  });
  test("SignInResponse", () => {
    expectTypeOf<ours.SignInResponse>().toEqualTypeOf<theirs.SignInResponse>();
  });
  test("SignOutResponse", () => {
    expectTypeOf<SignOutResponse>().toEqualTypeOf<{ url: string }>();
  });
  test("ClientSafeProvider, but for redirectTo", () => {
    expectTypeOf<ClientSafeProvider>().toExtend<Omit<TheirProvider, "redirectTo">>();
    expectTypeOf<ClientSafeProvider["redirectTo"]>().toEqualTypeOf<string | undefined>();
  });
  test("Session", () => {
    expectTypeOf<Session>().toExtend<NonNullable<Awaited<ReturnType<Their["getSession"]>>>>();
  });
});
