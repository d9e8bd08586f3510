// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { __NEXTAUTH, getCsrfToken, getProviders, getSession } from "../../src/index.ts";
import { openAuthServer } from "../support/auth-server.ts";
import { ada } from "../support/people.ts";

const variables = ["NEXTAUTH_URL_INTERNAL", "NEXTAUTH_URL", "AUTH_URL", "VERCEL_URL"];

beforeEach(() => {
  for (const name of variables) vi.stubEnv(name, undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
  Object.assign(__NEXTAUTH, { basePath: undefined, baseUrl: undefined });
});

const all = {
  NEXTAUTH_URL_INTERNAL: "http://internal.example:8080",
  NEXTAUTH_URL: "https://next.example",
  AUTH_URL: "https://auth.example",
  VERCEL_URL: "app-1.vercel.app",
};

const { NEXTAUTH_URL, AUTH_URL, VERCEL_URL } = all;

test.each([
  ["NEXTAUTH_URL_INTERNAL before all others", all, "http://internal.example:8080/api/auth"],
  ["then NEXTAUTH_URL", { NEXTAUTH_URL, AUTH_URL, VERCEL_URL }, "https://next.example/api/auth"],
  ["then AUTH_URL", { AUTH_URL, VERCEL_URL }, "https://auth.example/api/auth"],
  ["then VERCEL_URL, by https", { VERCEL_URL }, "https://app-1.vercel.app/api/auth"],
  ["else localhost", {}, "http://localhost:3000/api/auth"],
  [
    "what is not empty",
    { NEXTAUTH_URL_INTERNAL: "", NEXTAUTH_URL },
    "https://next.example/api/auth",
  ],
  [
    "a custom path",
    { NEXTAUTH_URL: "https://next.example/custom/auth" },
    "https://next.example/custom/auth",
  ],
  [
    "a trailing slash",
    { NEXTAUTH_URL: "https://next.example/custom/" },
    "https://next.example/custom",
  ],
  ["the path / as none", { AUTH_URL: "https://auth.example/" }, "https://auth.example/api/auth"],
  ["a port", { NEXTAUTH_URL: "http://localhost:4000" }, "http://localhost:4000/api/auth"],
])("asks %s", async (_, environment, expected) => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const { origin, pathname } = new URL(expected);
  const server = openAuthServer({ origin, basePath: pathname, user: ada });
  expect(await getSession()).toMatchObject({ user: ada });
  expect(await getCsrfToken()).toBe("token");
  expect(await getProviders()).toHaveProperty("credentials");
  expect(server.requests.map(({ url }) => url.href)).toEqual([
    `${expected}/session`,
    `${expected}/csrf`,
    `${expected}/providers`,
  ]);
});

test("the variables are read for each request, not when the module is loaded", async () => {
  openAuthServer({ origin: "https://one.example", user: ada });
  openAuthServer({ origin: "https://two.example" });
  vi.stubEnv("NEXTAUTH_URL", "https://one.example");
  expect(await getSession()).toMatchObject({ user: ada });
  vi.stubEnv("NEXTAUTH_URL", "https://two.example");
  expect(await getSession()).toBeNull();
});

test("__NEXTAUTH.basePath counts on the server too", async () => {
  const server = openAuthServer({ origin: "https://next.example", basePath: "/custom", user: ada });
  vi.stubEnv("NEXTAUTH_URL", "https://next.example");
  __NEXTAUTH.basePath = "/custom";
  expect(await getSession()).toMatchObject({ user: ada });
  expect(server.requests).toHaveLength(1);
});
