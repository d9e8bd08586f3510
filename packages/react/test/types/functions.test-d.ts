import type { GetServerSidePropsContext, NextPageContext } from "next";
import type { AppContext } from "next/app.js";
import { describe, expectTypeOf, test } from "vitest";
import {
  getCsrfToken,
  getProviders,
  getSession,
  signIn,
  signOut,
  type ClientSafeProvider,
  type Session,
  type SignInResponse,
} from "../../src/index.ts";

describe("signIn", () => {
  test("resolves to nothing when it leaves the page", () => {
    expectTypeOf(signIn()).resolves.toEqualTypeOf<void>();
    expectTypeOf(signIn("github")).resolves.toEqualTypeOf<void>();
    expectTypeOf(signIn("github", { redirect: true })).resolves.toEqualTypeOf<void>();
  });

  test("resolves to the auth result with redirect: false", () => {
    const answer = signIn("credentials", { redirect: false, username: "ada", password: "…" });
    expectTypeOf(answer).resolves.toEqualTypeOf<SignInResponse>();
  });

  test("takes any field for the provider, and any kind of parameters", () => {
    expectTypeOf(signIn).toBeCallableWith("email", { email: "ada@example.org", remember: true });
    expectTypeOf(signIn).toBeCallableWith("github", {}, { prompt: "login" });
    expectTypeOf(signIn).toBeCallableWith("github", {}, "prompt=login");
    expectTypeOf(signIn).toBeCallableWith("github", {}, [["prompt", "login"]]);
    expectTypeOf(signIn).toBeCallableWith("github", {}, new URLSearchParams());
  });

  test("takes no option of another type", () => {
    // @ts-expect-error
    void signIn("credentials", { redirect: "no" });
    // @ts-expect-error
    void signIn("credentials", { callbackUrl: new URL("https://app.example") });
    // @ts-expect-error
    void signIn(42);
  });
});

describe("signOut", () => {
  test("resolves to nothing when it leaves the page", () => {
    expectTypeOf(signOut()).resolves.toEqualTypeOf<void>();
    expectTypeOf(signOut({ callbackUrl: "/" })).resolves.toEqualTypeOf<void>();
  });

  test("resolves to where to go with redirect: false", () => {
    expectTypeOf(signOut({ redirect: false })).resolves.toEqualTypeOf<{ url: string }>();
  });

  test("takes v4's type argument", () => {
    expectTypeOf(signOut<false>({ redirect: false })).resolves.toEqualTypeOf<{ url: string }>();
    expectTypeOf(signOut<true>()).resolves.toEqualTypeOf<undefined>();
  });

  test("takes no option that does not exist", () => {
    // @ts-expect-error
    void signOut({ redirectUrl: "/" });
  });
});

describe("on a server", () => {
  const page = {} as GetServerSidePropsContext;
  const initial = {} as NextPageContext;
  const app = {} as AppContext;

  test("getSession takes every context that Next hands out, and web requests", () => {
    expectTypeOf(getSession(page)).resolves.toEqualTypeOf<Session | null>();
    expectTypeOf(getSession).toBeCallableWith({ req: page.req });
    expectTypeOf(getSession).toBeCallableWith(initial);
    expectTypeOf(getSession).toBeCallableWith(app);
    expectTypeOf(getSession).toBeCallableWith({ ctx: initial });
    expectTypeOf(getSession).toBeCallableWith(new Request("https://app.example"));
    expectTypeOf(getSession).toBeCallableWith({ headers: new Headers() });
  });

  test("getCsrfToken takes the same", () => {
    expectTypeOf(getCsrfToken(page)).resolves.toEqualTypeOf<string>();
    expectTypeOf(getCsrfToken).toBeCallableWith({ req: page.req });
    expectTypeOf(getCsrfToken).toBeCallableWith(initial);
  });

  test("they take no cookie as it is", () => {
    // @ts-expect-error
    void getSession("session=ada");
  });
});

test("getProviders may have no list", () => {
  const providers = getProviders();
  expectTypeOf(providers).resolves.toEqualTypeOf<Record<string, ClientSafeProvider> | null>();
});
