import { createSessionClient, type Session, type SessionClient } from "@sojourn/core";
import { createMemoryWorld } from "@sojourn/core/memory";
import { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { beforeEach, expect, test, vi } from "vitest";
import { signInWithPasskey } from "../src/index.ts";

vi.mock("@simplewebauthn/browser", () => ({
  startAuthentication: vi.fn<() => Promise<object>>(async () => ({ id: "signed" })),
  startRegistration: vi.fn<() => Promise<object>>(async () => ({ id: "made" })),
}));

interface Sent {
  url: string;
  body: URLSearchParams;
}

/** A client whose server knows one passkey provider, and signs in whoever posts. */
function openClient(action: string, isKnown = true) {
  const sent: Sent[] = [];
  let isSignedIn = false;
  const answers: Record<string, (url: URL) => unknown> = {
    session: () => (isSignedIn ? { user: { name: "Ada" }, expires: "2027-01-01" } : null),
    csrf: () => ({ csrfToken: "token" }),
    providers: () =>
      isKnown ? { passkey: { id: "passkey", name: "Passkey", type: "webauthn" } } : {},
    "webauthn-options/passkey": () => ({ action, options: { challenge: "c" } }),
    "callback/passkey": () => {
      isSignedIn = true;
      return { url: "https://app.example/" };
    },
  };
  const world = createMemoryWorld({
    async fetch(address, init) {
      const url = new URL(address);
      sent.push({ url: url.pathname + url.search, body: new URLSearchParams(String(init.body)) });
      const answer = answers[url.pathname.replace("/api/auth/", "")];
      return answer ? Response.json(answer(url)) : new Response(null, { status: 404 });
    },
  });
  const { environment, navigations } = world.openTab();
  const client: SessionClient<Session> = createSessionClient({ environment });
  return { client, sent, navigations, last: () => sent.findLast(({ body }) => body.has("data"))! };
}

const stay = { redirect: false } as const;

beforeEach(() => vi.clearAllMocks());

test("signs the server's challenge, and posts it to the provider's callback", async () => {
  const { client, last, navigations } = openClient("authenticate");
  const response = await signInWithPasskey(client, "passkey", {
    ...stay,
    email: "ada@app.example",
  });
  expect(response).toMatchObject({ ok: true, url: "https://app.example/" });
  expect(startAuthentication).toHaveBeenCalledExactlyOnceWith({ optionsJSON: { challenge: "c" } });
  expect(last().url).toBe("/api/auth/callback/passkey");
  expect(Object.fromEntries(last().body)).toMatchObject({
    ...{ action: "authenticate", data: '{"id":"signed"}', csrfToken: "token" },
    ...{ email: "ada@app.example", callbackUrl: "https://app.example/" },
  });
  expect(last().body.has("ceremony")).toBe(false);
  expect(navigations).toEqual([]);
  expect(client.getSnapshot().data?.user?.name).toBe("Ada");
});

test("asks for a challenge of the kind that is wanted, and registers", async () => {
  const { client, sent, last } = openClient("register");
  await signInWithPasskey(client, "passkey", { ...stay, action: "register" });
  expect(sent[0]!.url).toBe("/api/auth/webauthn-options/passkey?action=register");
  expect(startRegistration).toHaveBeenCalledOnce();
  expect(last().body.get("data")).toBe('{"id":"made"}');
});

test("by default the page goes where the server says", async () => {
  const { client, navigations } = openClient("authenticate");
  expect(await signInWithPasskey(client)).toBeUndefined();
  expect(navigations).toEqual(["https://app.example/"]);
});

test("a user who cancels changes nothing, and the caller is told by the browser's own error", async () => {
  vi.mocked(startAuthentication).mockRejectedValueOnce(new DOMException("no", "NotAllowedError"));
  const { client, sent } = openClient("authenticate");
  await expect(signInWithPasskey(client, "passkey", stay)).rejects.toThrow(
    expect.objectContaining({ name: "NotAllowedError" }),
  );
  expect(sent.map(({ url }) => url)).toEqual(["/api/auth/webauthn-options/passkey"]);
});

test("a server without such a provider is a typed error", async () => {
  const { client } = openClient("authenticate");
  await expect(signInWithPasskey(client, "other", stay)).rejects.toMatchObject({
    ...{ name: "SessionFetchError", code: "http", status: 404 },
  });
});
