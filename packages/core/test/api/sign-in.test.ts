import { expect, test } from "vitest";
import { isDirect, postSignIn } from "../../src/api/sign-in.ts";
import { stubHttp } from "./stub.ts";

const provider = { id: "a b", name: "A", signinUrl: "", callbackUrl: "" };

test.each([
  ["credentials", true, "callback"],
  ["webauthn", true, "callback"],
  ["oauth", false, "signin"],
  ["email", false, "signin"],
] as const)(
  "a sign-in by %s is over with the answer: %s; posted to %s",
  async (type, expected, action) => {
    const { http, calls } = stubHttp(() => Promise.resolve(new Response("{}")));
    await postSignIn(http, { ...provider, type }, { callbackUrl: "" });
    expect(calls[0]!.url).toBe(`/api/auth/${action}/a%20b`);
    expect(isDirect(type)).toBe(expected);
  },
);
