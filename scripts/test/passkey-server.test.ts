import { createHash } from "node:crypto";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { userHandleOf } from "../../examples/shared/user-handle.ts";
import { verifyRegistrationResponse } from "../../examples/shared/verify-registration.ts";

// What the guide to passkeys tells apps to take over from the examples.

/** The examples have compiler options of their own, so this one is imported without its types. */
async function createApp(): Promise<RequestListener> {
  const path = "../../examples/shared/express/create-auth-app.ts";
  const { createAuthApp } = await import(new URL(path, import.meta.url).href);
  return createAuthApp({ built: import.meta.dirname, pages: [] });
}

function useSecret(secret: string | undefined): void {
  vi.stubEnv("AUTH_SECRET", secret);
  onTestFinished(() => void vi.unstubAllEnvs());
}

test.each([undefined, ""])("no user handle is made with the secret %o", (secret) => {
  useSecret(secret);
  expect(() => userHandleOf("ada@app.example")).toThrow("AUTH_SECRET");
});

test("a user handle is the same each time, and another one for another user", () => {
  useSecret("secret");
  const ada = userHandleOf("ada@app.example");
  expect(userHandleOf("ada@app.example")).toBe(ada);
  expect(userHandleOf("grace@app.example")).not.toBe(ada);
});

test("a new passkey of another site is refused", async () => {
  const site = createHash("sha256").update("other.example").digest();
  const attestationObject = Buffer.concat([Buffer.alloc(40), site, Buffer.alloc(40)]);
  const response = { attestationObject: attestationObject.toString("base64url") };
  const options = { response: { response }, expectedRPID: "app.example" };
  const verify = async (): Promise<unknown> => verifyRegistrationResponse(options as never);
  await expect(verify()).rejects.toThrow("not of this site");
});

test.each([
  ["GET", "/api/passkeys"],
  ["GET", "/api/passkeys/cGFzc2tleQ"],
  ["DELETE", "/api/passkeys/cGFzc2tleQ"],
])("without a database, %s %s does not claim that there is no passkey", async (method, path) => {
  const server = createServer(await createApp());
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const { status, headers } = await fetch(`http://127.0.0.1:${port}${path}`, { method });
  expect(status).toBe(501);
  expect(headers.get("Cache-Control")).toBe("no-store");
});
