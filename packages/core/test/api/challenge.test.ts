import { expect, test } from "vitest";
import { fetchChallenge } from "../../src/api/challenge.ts";
import { stubHttp } from "./stub.ts";

const answering = (text: string, status = 200) =>
  stubHttp(() => Promise.resolve(new Response(text, { status })));

test("what a passkey is to sign is asked for with what is known of its owner", async () => {
  const { http, calls } = answering('{"options":1}');
  const fields = { email: "ada@app.example", action: "register", redirect: undefined };
  await expect(fetchChallenge(http, "my key", fields)).resolves.toEqual({ options: 1 });
  expect(calls[0]).toMatchObject({
    url: "/api/auth/webauthn-options/my%20key?email=ada%40app.example&action=register",
  });
  expect(calls[0]!.init).not.toHaveProperty("method");
});

test.each([
  ['{"message":"x"}', 400, "http"],
  ["null", 200, "parse"],
  ["<html>", 200, "parse"],
])("%s with %i is an error: %s", async (text, status, code) => {
  const asked = fetchChallenge(answering(text, status).http, "passkey", {});
  await expect(asked).rejects.toMatchObject({ code, status });
});
