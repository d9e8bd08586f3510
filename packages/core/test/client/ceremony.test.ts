import { expect, test, vi } from "vitest";
import { ada, json } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";

/** A tab whose user is being asked for a passkey, and does not answer yet. */
async function openWithCeremony() {
  const browser = openBrowser({ user: ada });
  const { client } = browser.tabs[0]!;
  browser.server.fault = ({ endpoint }) => {
    if (endpoint === "webauthn-options/passkey") return json({ options: {} });
    if (endpoint !== "callback/passkey") return undefined;
    browser.server.user = ada;
    return json({ url: "https://app.example/" });
  };
  const proof: { resolve(fields: Record<string, string>): void; reject(error: Error): void } = {
    resolve: () => {},
    reject: () => {},
  };
  const ceremony = vi.fn<() => Promise<Record<string, string>>>(
    () => new Promise((resolve, reject) => Object.assign(proof, { resolve, reject })),
  );
  const ask = () => client.signIn("passkey", { redirect: false, ceremony });
  const asked = ask();
  await browser.advance(6000);
  return { ...browser, client, ceremony, ask, asked, proof };
}

test("a sign-out does not wait until a user has found their passkey", async () => {
  const { client, ceremony, server, shown, finish, asked, proof } = await openWithCeremony();
  expect(ceremony).toHaveBeenCalledOnce();
  await finish(client.signOut({ redirect: false }));
  expect(server.user).toBeNull();
  expect(shown()).toEqual(["nobody"]);

  proof.resolve({ data: "signed" });
  expect(await finish(asked)).toMatchObject({ ok: true });
  expect(shown()).toEqual(["Ada"]);
});

test("a doubled click asks for one passkey, and posts it once", async () => {
  const { ceremony, ask, asked, server, finish, proof } = await openWithCeremony();
  const again = ask();
  proof.resolve({ data: "signed" });
  expect(await finish(again)).toEqual(await finish(asked));
  expect(ceremony).toHaveBeenCalledOnce();
  expect(server.count("POST callback/passkey")).toBe(1);
});

test("a user who has cancelled can be asked again", async () => {
  const { ceremony, ask, asked, finish, proof } = await openWithCeremony();
  proof.reject(new DOMException("no", "NotAllowedError"));
  await expect(finish(asked)).rejects.toThrow(expect.objectContaining({ name: "NotAllowedError" }));
  ceremony.mockResolvedValueOnce({ data: "signed" });
  expect(await finish(ask())).toMatchObject({ ok: true });
});
