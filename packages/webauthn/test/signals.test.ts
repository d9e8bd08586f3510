import { afterEach, describe, expect, test, vi } from "vitest";
import {
  signalAllAcceptedCredentials,
  signalCurrentUserDetails,
  signalUnknownCredential,
} from "../src/index.ts";
import { installCredentials } from "./support/fake-credentials.ts";

const userId = "dXNlcg";
const signals = [
  {
    name: "signalUnknownCredential",
    send: () => signalUnknownCredential({ credentialId: "+/+=" }),
    told: { rpId: "localhost", credentialId: "-_-" },
  },
  {
    name: "signalAllAcceptedCredentials",
    send: () =>
      signalAllAcceptedCredentials({
        ...{ rpId: "app.example", userId: `${userId}==` },
        allAcceptedCredentialIds: ["a+b/", "cd"],
      }),
    told: { rpId: "app.example", userId, allAcceptedCredentialIds: ["a-b_", "cd"] },
  },
  {
    name: "signalCurrentUserDetails",
    send: () => signalCurrentUserDetails({ userId, name: "ada@app.example", displayName: "Ada" }),
    told: { rpId: "localhost", userId, name: "ada@app.example", displayName: "Ada" },
  },
];

afterEach(() => vi.unstubAllGlobals());

describe.each(signals)("$name", ({ name, send, told }) => {
  test("tells the browser, with ids in base64url", async () => {
    const tell = vi.fn<() => Promise<void>>(async () => {});
    installCredentials({ [name]: tell });
    expect(await send()).toBe(true);
    expect(tell).toHaveBeenCalledExactlyOnceWith(told);
  });

  test("does nothing in a browser without it", async () => {
    expect(await send()).toBe(false);
    installCredentials();
    expect(await send()).toBe(false);
  });

  test("a browser that refuses is a WebAuthnError", async () => {
    installCredentials({
      [name]: () => Promise.reject(new TypeError("not base64url")),
    });
    await expect(send()).rejects.toMatchObject({ code: "ERROR_SIGNAL_INVALID_ARGUMENT" });
  });
});
