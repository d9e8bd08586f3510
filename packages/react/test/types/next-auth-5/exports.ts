import type * as theirs from "next-auth/react";
import { describe, expectTypeOf, test } from "vitest";
import type { AuthClientConfig } from "../../../src/index.ts";
import * as ours from "../../../src/index.ts";

/*
 * Where Auth.js v5 is installed, what its client declares holds here; next-auth-4/exports.ts has the
 * list of what takes more. Of what v5 alone has, there is one that it declares and that is not so:
 * `__NEXTAUTH` holds a client's state, of which Sojourn keeps none in a module, only defaults.
 */

type Their = typeof theirs;

describe("every value of v5's next-auth/react can be replaced by ours:", () => {
  test("SessionContext", () => void (ours.SessionContext satisfies Their["SessionContext"]));
  test("SessionProvider", () => void (ours.SessionProvider satisfies Their["SessionProvider"]));
  test("useSession", () => void (ours.useSession satisfies Their["useSession"]));
  test("getSession", () => void (ours.getSession satisfies Their["getSession"]));
  test("getCsrfToken", () => void (ours.getCsrfToken satisfies Their["getCsrfToken"]));
  test("getProviders", () => void (ours.getProviders satisfies Their["getProviders"]));
  test("signIn", () => void (ours.signIn satisfies Their["signIn"]));
  test("signOut", () => void (ours.signOut satisfies Their["signOut"]));
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
  test("the functions, where they take no more", () => {
    expectTypeOf<Their["getProviders"]>().toExtend<typeof ours.getProviders>();
    expectTypeOf<Their["getSession"]>().parameter(0).toExtend<ours.GetSessionParams | undefined>();
    expectTypeOf<Their["SessionContext"]>().toExtend<typeof ours.SessionContext>();
  });
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
  test("SessionContextValue", () => {
    expectTypeOf<theirs.SessionContextValue>().toExtend<ours.SessionContextValue>();
    expectTypeOf<theirs.SessionContextValue<true>>().toExtend<ours.SessionContextValue<true>>();
  });
  test("UpdateSession", () => {
    expectTypeOf<theirs.UpdateSession>().toEqualTypeOf<ours.UpdateSession>();
  });
  test("SignInResponse", () => {
    expectTypeOf<theirs.SignInResponse>().toEqualTypeOf<ours.SignInResponse>();
  });
});

describe("what is made for ours can be given to v5's:", () => {
  test("SessionContextValue", () => {
    expectTypeOf<ours.SessionContextValue>().toExtend<theirs.SessionContextValue>();
    expectTypeOf<ours.SessionContextValue<true>>().toExtend<theirs.SessionContextValue<true>>();
    expectTypeOf<ours.UseSessionResult>().toExtend<theirs.SessionContextValue>();
  });
  test("SignInOptions", () => {
    expectTypeOf<ours.SignInOptions<true>>().toExtend<theirs.SignInOptions<true>>();
    expectTypeOf<ours.SignInOptions<false>>().toExtend<theirs.SignInOptions<false>>();
  });
  test("SignOutParams", () => {
    expectTypeOf<ours.SignOutParams<true>>().toExtend<theirs.SignOutParams<true>>();
    expectTypeOf<ours.SignOutParams<false>>().toExtend<theirs.SignOutParams<false>>();
  });
  test("SignInAuthorizationParams", () => {
    expectTypeOf<ours.SignInAuthorizationParams>().toExtend<theirs.SignInAuthorizationParams>();
  });
  test("what v5 no longer exports, but its functions take and give", () => {
    expectTypeOf<Record<string, ours.ClientSafeProvider> | null>().toExtend<
      Awaited<ReturnType<Their["getProviders"]>>
    >();
    expectTypeOf<ours.SignOutResponse>().toEqualTypeOf<Awaited<ReturnType<Their["signOut"]>>>();
    expectTypeOf<ours.LiteralUnion<"a">>().toExtend<string>();
  });
  test("not what takes more", () => {
    // @ts-expect-error `redirect` may be false
    expectTypeOf<ours.SignInOptions>().toExtend<theirs.SignInOptions>();
    // @ts-expect-error `refetchWhenOffline` may be true
    expectTypeOf<ours.SessionProviderProps>().toExtend<theirs.SessionProviderProps>();
  });
});
