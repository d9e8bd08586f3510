import { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { beforeEach, expect, test, vi } from "vitest";
import { signInWithPasskey } from "../src/index.ts";
import { openClient } from "./support/open-client.ts";

vi.mock("@simplewebauthn/browser", () => ({
  startAuthentication: vi.fn<() => Promise<object>>(async () => ({
    id: "signed",
    response: { userHandle: "dXNlcg" },
  })),
  startRegistration: vi.fn<() => Promise<object>>(async () => ({ id: "made", response: {} })),
}));

const stay = { redirect: false } as const;

beforeEach(() => vi.clearAllMocks());

test("signs the server's challenge, and posts it to the provider's callback", async () => {
  const { client, last, navigations } = openClient();
  const response = await signInWithPasskey(client, "passkey", {
    ...stay,
    email: "ada@app.example",
  });
  expect(response).toMatchObject({ ok: true, url: "https://app.example/" });
  expect(startAuthentication).toHaveBeenCalledExactlyOnceWith({
    optionsJSON: { challenge: "c1xx" },
  });
  expect(last().url).toBe("/api/auth/callback/passkey");
  expect(Object.fromEntries(last().body)).toMatchObject({
    ...{
      action: "authenticate",
      data: '{"id":"signed","response":{"userHandle":"dXNlcg"}}',
      csrfToken: "token",
    },
    ...{ email: "ada@app.example", callbackUrl: "https://app.example/" },
  });
  expect(last().body.has("ceremony")).toBe(false);
  expect(navigations).toEqual([]);
  expect(client.getSnapshot().data?.user?.name).toBe("Ada");
});

test("asks for a challenge of the kind that is wanted, and registers", async () => {
  const { client, sent, last } = openClient({ action: "register" });
  await signInWithPasskey(client, "passkey", { ...stay, action: "register" });
  expect(sent[0]!.url).toBe("/api/auth/webauthn-options/passkey?action=register");
  expect(startRegistration).toHaveBeenCalledOnce();
  expect(last().body.get("data")).toBe('{"id":"made","response":{}}');
});

test("by default the page goes where the server says", async () => {
  const { client, navigations } = openClient();
  expect(await signInWithPasskey(client)).toBeUndefined();
  expect(navigations).toEqual(["https://app.example/"]);
});

test("a user who cancels changes nothing, and the caller is told by the browser's own error", async () => {
  vi.mocked(startAuthentication).mockRejectedValueOnce(new DOMException("no", "NotAllowedError"));
  const { client, sent } = openClient();
  await expect(signInWithPasskey(client, "passkey", stay)).rejects.toThrow(
    expect.objectContaining({ name: "NotAllowedError" }),
  );
  expect(sent.map(({ url }) => url)).toEqual(["/api/auth/webauthn-options/passkey"]);
});

test("a server without such a provider is a typed error", async () => {
  const { client } = openClient();
  await expect(signInWithPasskey(client, "other", stay)).rejects.toMatchObject({
    ...{ name: "SessionFetchError", code: "http", status: 404 },
  });
});

test("the answer says which passkey was used, also to the second click", async () => {
  const { client } = openClient();
  const both = [
    signInWithPasskey(client, "passkey", stay),
    signInWithPasskey(client, "passkey", stay),
  ];
  const passkey = { rpId: "localhost", credentialId: "signed", userId: "dXNlcg" };
  for (const answer of await Promise.all(both)) expect(answer).toMatchObject({ ok: true, passkey });
  expect(startAuthentication).toHaveBeenCalledOnce();
});

test("the answer to a registration says which passkey was made, and for whom", async () => {
  const { client } = openClient({ action: "register" });
  const answer = await signInWithPasskey(client, "passkey", { ...stay, action: "register" });
  const passkey = { rpId: "localhost", credentialId: "made", userId: "dXNlcg" };
  expect(answer?.passkey).toEqual(passkey);
});
