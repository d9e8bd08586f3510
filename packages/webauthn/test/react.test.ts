import { afterEach, expect, expectTypeOf, test, vi } from "vitest";
import type { SignInResponse } from "@sojourn/core";
import type { signIn as nextAuthSignIn } from "next-auth5/webauthn";
import { signIn } from "../src/react.ts";

vi.mock("@sojourn/react", () => ({ signIn: vi.fn<() => Promise<void>>() }));
afterEach(() => vi.clearAllMocks());

test("is what next-auth/webauthn exports", () => {
  expectTypeOf(signIn).toExtend<typeof nextAuthSignIn>();
});

test("what it resolves to follows from redirect", () => {
  const answerOf = (redirect: false) => signIn("passkey", { action: "register", redirect });
  const nothingOf = () => signIn("passkey", { callbackUrl: "/" });
  expectTypeOf(answerOf).returns.resolves.toEqualTypeOf<SignInResponse>();
  expectTypeOf(nothingOf).returns.resolves.toEqualTypeOf<void>();
  // @ts-expect-error -- a passkey needs no popup
  expectTypeOf(signIn).toBeCallableWith("passkey", { popup: true });
});

test("signs in with the page's client", async () => {
  const { signIn: signInByForm } = await import("@sojourn/react");
  await signIn("passkey", { redirect: false, email: "ada@app.example" }, { a: "b" });
  expect(signInByForm).toHaveBeenCalledExactlyOnceWith(
    "passkey",
    { redirect: false, email: "ada@app.example", ceremony: expect.any(Function) },
    { a: "b" },
  );
});
