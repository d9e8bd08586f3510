import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { createDefaultEnvironment } from "../../src/environment/default-environment.ts";
import { createSessionClient } from "../../src/index.ts";
import { createServerEnvironment } from "../../src/environment/server.ts";

afterEach(() => vi.unstubAllEnvs());

test("is inert: no page, no tabs, nothing kept, every lock granted", async () => {
  const environment = createServerEnvironment();
  expect(environment.pageUrl()).toBeUndefined();
  expect(environment.revision("a", "b")).toBeUndefined();
  expect(environment.isVisible()).toBe(true);
  expect(environment.isOnline()).toBe(true);
  expect(environment.openTabChannel("a", () => {}).carriesData).toBe(false);
  expect(await environment.tryLock("a")).toBeTypeOf("function");
  expect(await environment.tryLock("a")).toBeTypeOf("function");
  expect(() => environment.navigate("/")).not.toThrow();
});

test.each([
  [{}, undefined],
  [{ VERCEL_URL: "v" }, "v"],
  [{ VERCEL_URL: "v", AUTH_URL: "a" }, "a"],
  [{ AUTH_URL: "a", NEXTAUTH_URL: "n" }, "n"],
  [{ NEXTAUTH_URL: "n", NEXTAUTH_URL_INTERNAL: "i" }, "i"],
])("%j names the auth server %s", (variables, expected) => {
  for (const name of ["NEXTAUTH_URL_INTERNAL", "NEXTAUTH_URL", "AUTH_URL", "VERCEL_URL"]) {
    vi.stubEnv(name, (variables as Record<string, string>)[name] ?? "");
  }
  expect(createServerEnvironment().authUrl()).toBe(expected);
});

test("its timers keep no script from ending", () => {
  const unref = vi.fn<() => void>();
  vi.stubGlobal("setTimeout", () => ({ unref }));
  createServerEnvironment().schedule(() => {}, 1000);
  vi.unstubAllGlobals();
  expect(unref).toHaveBeenCalledOnce();
});

test("is the default where there is no window", () => {
  expect(createDefaultEnvironment().pageUrl()).toBeUndefined();
});

test("a script that waits for a call gets its answer, though the server cannot be reached", async () => {
  const index = new URL("../../src/index.ts", import.meta.url).href;
  const script = `
    import { createSessionClient } from ${JSON.stringify(index)};
    const client = createSessionClient({ baseUrl: "http://127.0.0.1:1" });
    console.log(await client.getSession(), client.getSnapshot().error?.code);`;
  const args = ["--conditions=@sojourn/source", "--input-type=module", "-e", script];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout.trim()).toBe("null network");
});

test("a client on a server without an address says which variable to set", async () => {
  const client = createSessionClient({ environment: createServerEnvironment() });
  await expect(client.getProviders()).rejects.toThrow("set NEXTAUTH_URL or AUTH_URL");
  await expect(client.update({})).rejects.toThrow("set NEXTAUTH_URL or AUTH_URL");
});

test.each([
  ["knows caches", Request, { cache: "no-store", method: "GET" }],
  ["throws at options that it does not know", function Request() {}, { method: "GET" }],
  ["has no class of requests", undefined, { method: "GET" }],
])("a server that %s is asked with what it takes", async (_, Request, expected) => {
  const fetch = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(async () =>
    Response.json(null),
  );
  vi.stubGlobal("Request", Request);
  vi.stubGlobal("fetch", fetch);
  await createServerEnvironment().fetch("http://localhost/", { method: "GET" });
  vi.unstubAllGlobals();
  expect(fetch).toHaveBeenCalledWith("http://localhost/", expected);
});
