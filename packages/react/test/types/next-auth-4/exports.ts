import type * as theirs from "next-auth/react";
import { describe, expectTypeOf, test } from "vitest";
import * as ours from "../../../src/index.ts";

/*
 * Where next-auth v4 is installed, what its client declares holds here. These are the names that take
 * more than v4's, so that what is made for ours need not fit theirs. Each has a test below.
 *
 * | name                    | v4                       | Sojourn                                  |
 * | ----------------------- | ------------------------ | ---------------------------------------- |
 * | useSession              | required                 | `select` too, and an `error` that it may have |
 * | signIn, signOut         | one signature            | a form, `redirectTo` before it           |
 * | UseSessionOptions       | `required` is not missing | every option may be missing             |
 * | GetSessionParams        | Node's requests          | web requests and headers too             |
 * | SessionProviderProps    | `refetchWhenOffline: false` | a boolean; no children; a client      |
 */

type Their = typeof theirs;

describe("every value of v4's next-auth/react can be replaced by ours:", () => {
  test("SessionContext", () => void (ours.SessionContext satisfies Their["SessionContext"]));
  test("SessionProvider", () => void (ours.SessionProvider satisfies Their["SessionProvider"]));
  test("useSession", () => void (ours.useSession satisfies Their["useSession"]));
  test("getSession", () => void (ours.getSession satisfies Their["getSession"]));
  test("getCsrfToken", () => void (ours.getCsrfToken satisfies Their["getCsrfToken"]));
  test("getProviders", () => void (ours.getProviders satisfies Their["getProviders"]));
  test("signIn", () => void (ours.signIn satisfies Their["signIn"]));
  test("signOut", () => void (ours.signOut satisfies Their["signOut"]));
  test("and there is no other", () => {
    // A CommonJS module has these two besides.
    type Names = Exclude<keyof Their, "default" | "module.exports">;
    expectTypeOf<Exclude<Names, keyof typeof ours>>().toEqualTypeOf<never>();
  });
});

describe("what is made for v4 can be given to ours:", () => {
  test("the functions, where they take no more", () => {
    expectTypeOf<Their["getProviders"]>().toExtend<typeof ours.getProviders>();
    expectTypeOf<Their["SessionContext"]>().toExtend<typeof ours.SessionContext>();
    // @ts-expect-error it cannot select
    expectTypeOf<Their["useSession"]>().toExtend<typeof ours.useSession>();
  });
  test("SignInOptions", () => {
    expectTypeOf<theirs.SignInOptions>().toExtend<ours.SignInOptions>();
  });
  test("SignInResponse", () => {
    expectTypeOf<theirs.SignInResponse>().toExtend<ours.SignInResponse>();
  });
  test("SignOutParams", () => {
    expectTypeOf<theirs.SignOutParams>().toExtend<ours.SignOutParams>();
    expectTypeOf<theirs.SignOutParams<boolean>>().toExtend<ours.SignOutParams<boolean>>();
  });
  test("SignOutResponse", () => {
    expectTypeOf<theirs.SignOutResponse>().toExtend<ours.SignOutResponse>();
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
  test("SessionContextValue", () => {
    expectTypeOf<theirs.SessionContextValue>().toExtend<ours.SessionContextValue>();
    expectTypeOf<theirs.SessionContextValue<true>>().toExtend<ours.SessionContextValue<true>>();
  });
  test("ClientSafeProvider", () => {
    expectTypeOf<theirs.ClientSafeProvider>().toExtend<ours.ClientSafeProvider>();
  });
  test("LiteralUnion", () => {
    expectTypeOf<theirs.LiteralUnion<"a">>().toEqualTypeOf<ours.LiteralUnion<"a">>();
  });
});

describe("what is made for ours can be given to v4's:", () => {
  test("SignInOptions", () => {
    expectTypeOf<ours.SignInOptions>().toExtend<theirs.SignInOptions>();
  });
  test("SignInResponse", () => {
    expectTypeOf<ours.SignInResponse>().toExtend<theirs.SignInResponse>();
    expectTypeOf<ours.SignInResponse["code"]>().toEqualTypeOf<string | undefined>();
  });
  test("SignOutParams", () => {
    expectTypeOf<ours.SignOutParams<true>>().toExtend<theirs.SignOutParams<true>>();
    expectTypeOf<ours.SignOutParams<boolean>>().toExtend<theirs.SignOutParams<boolean>>();
  });
  test("SignOutResponse", () => {
    expectTypeOf<ours.SignOutResponse>().toEqualTypeOf<theirs.SignOutResponse>();
  });
  test("SignInAuthorizationParams", () => {
    expectTypeOf<ours.SignInAuthorizationParams>().toExtend<theirs.SignInAuthorizationParams>();
  });
  test("SessionContextValue", () => {
    expectTypeOf<ours.SessionContextValue>().toExtend<theirs.SessionContextValue>();
    expectTypeOf<ours.SessionContextValue<true>>().toExtend<theirs.SessionContextValue<true>>();
    expectTypeOf<ours.UseSessionResult>().toExtend<theirs.SessionContextValue>();
  });
  test("ClientSafeProvider", () => {
    expectTypeOf<ours.ClientSafeProvider>().toExtend<theirs.ClientSafeProvider>();
  });
  test("not what takes more", () => {
    // @ts-expect-error `required` may be missing
    expectTypeOf<ours.UseSessionOptions<true>>().toExtend<theirs.UseSessionOptions<true>>();
    // @ts-expect-error a web request
    expectTypeOf<ours.GetSessionParams>().toExtend<theirs.GetSessionParams>();
    // @ts-expect-error `refetchWhenOffline` may be true
    expectTypeOf<ours.SessionProviderProps>().toExtend<theirs.SessionProviderProps>();
  });
});
