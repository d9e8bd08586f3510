import { render, screen } from "@testing-library/react";
import * as React from "react";
import { expect, onTestFinished, test, vi } from "vitest";
import * as react from "../src/index.ts";
import { openAuthServer } from "./support/auth-server.ts";
import { Who } from "./support/page.tsx";
import { ada, grace, sessionOf } from "./support/people.ts";

const { SessionProvider } = react;
const strict = { reactStrictMode: true };

/** The package as a page has it that has just been loaded, without a client of an earlier test. */
async function importAnew(): Promise<typeof react> {
  vi.resetModules();
  const key = Symbol.for("@sojourn/react 3");
  const shared: unknown = Reflect.get(globalThis, key);
  Reflect.deleteProperty(globalThis, key);
  onTestFinished(() => void Reflect.set(globalThis, key, shared));
  return import("../src/index.ts");
}

test("getSession() shows what it has learnt in the provider's own components", async () => {
  const server = openAuthServer({ user: ada });
  render(
    <SessionProvider session={null}>
      <Who />
    </SessionProvider>,
    strict,
  );
  const session = await react.getSession();
  expect(session).toMatchObject({ user: { name: "Ada" } });
  screen.getByText("authenticated Ada");
  expect(server.requests).toHaveLength(1);
});

test("50 calls of getSession() at once are one request", async () => {
  const server = openAuthServer({ user: ada });
  render(
    <SessionProvider session={null}>
      <Who />
    </SessionProvider>,
    strict,
  );
  const sessions = await Promise.all(Array.from({ length: 50 }, () => react.getSession()));
  expect(new Set(sessions.map((it) => it?.user?.name))).toEqual(new Set(["Ada"]));
  expect(server.requests).toHaveLength(1);
});

test("getSession({ maxAge }) asks once, and then nobody as long as that is fresh enough", async () => {
  const server = openAuthServer({ user: ada });
  render(
    <SessionProvider>
      <Who />
    </SessionProvider>,
    strict,
  );
  for (const maxAge of [Infinity, 60, 60]) {
    expect(await react.getSession({ maxAge })).toMatchObject({ user: { name: "Ada" } });
  }
  expect(server.requests).toHaveLength(1);
  await react.getSession({ maxAge: 0 });
  expect(server.requests).toHaveLength(2);
});

test("getSession() resolves to what is known when the server fails", async () => {
  const server = openAuthServer();
  server.fault = () => new Response("<html>", { status: 500 });
  render(
    <SessionProvider session={sessionOf(ada)}>
      <Who />
    </SessionProvider>,
    strict,
  );
  expect(await react.getSession()).toEqual(sessionOf(ada));
  screen.getByText("authenticated Ada");
});

test("getSession() resolves to null when nothing is known and the server fails", async () => {
  const { getSession } = await importAnew();
  const server = openAuthServer();
  server.fault = () => Response.error();
  expect(await getSession()).toBeNull();
});

test("signIn and signOut act on the provider, with its basePath", async () => {
  const server = openAuthServer({ basePath: "/custom/auth" });
  render(
    <SessionProvider basePath="/custom/auth" session={null}>
      <Who />
    </SessionProvider>,
    strict,
  );
  await react.signIn("credentials", { redirect: false, password: "Ada" });
  await screen.findByText("authenticated Ada");
  await react.signOut({ redirect: false });
  await screen.findByText("unauthenticated");
  // One session request for the sign-in, one for the sign-out.
  expect(server.count("GET session")).toBe(2);
});

test("getProviders and getCsrfToken ask the provider's server", async () => {
  openAuthServer({ basePath: "/custom/auth" });
  render(
    <SessionProvider basePath="/custom/auth" session={null}>
      <Who />
    </SessionProvider>,
    strict,
  );
  expect(await react.getCsrfToken()).toBe("token");
  expect(Object.keys((await react.getProviders()) ?? {})).toEqual([
    "credentials",
    "github",
    "email",
  ]);
});

test("a child's first effect finds the provider already", async () => {
  const server = openAuthServer({ basePath: "/custom/auth", user: ada });
  function Asker(): null {
    React.useLayoutEffect(() => void react.getSession(), []);
    return null;
  }
  render(
    <SessionProvider basePath="/custom/auth" session={null}>
      <Asker />
      <Who />
    </SessionProvider>,
  );
  await screen.findByText("authenticated Ada");
  expect(server.requests).toHaveLength(1);
});

test("without a provider they act on /api/auth", async () => {
  const { getCsrfToken, getProviders, getSession, signIn, signOut } = await importAnew();
  const server = openAuthServer({ user: grace });
  expect(await getSession()).toMatchObject({ user: { name: "Grace" } });
  expect(await getCsrfToken()).toBe("token");
  expect(await getProviders()).toHaveProperty("github");
  await signOut({ redirect: false });
  expect(server.user).toBeNull();
  await signIn("credentials", { redirect: false, password: "Ada" });
  expect(server.user).toEqual(ada);
});

test("without a provider they share one client", async () => {
  const { getSession } = await importAnew();
  const server = openAuthServer({ user: ada });
  await Promise.all(Array.from({ length: 50 }, () => getSession()));
  expect(server.requests).toHaveLength(1);
});

test("without a provider they act on __NEXTAUTH.basePath, if it was set before", async () => {
  const { __NEXTAUTH, getSession } = await importAnew();
  openAuthServer({ basePath: "/custom/auth", user: ada });
  __NEXTAUTH.basePath = "/custom/auth";
  expect(await getSession()).toMatchObject({ user: { name: "Ada" } });
});

test("after the provider's end they act on the provider that was there last", async () => {
  const { getSession, SessionProvider: Provider } = await importAnew();
  const custom = openAuthServer({ basePath: "/custom/auth", user: grace });
  const other = openAuthServer({ user: ada });
  const { unmount } = render(<Provider basePath="/custom/auth" session={null} />, strict);
  expect(await getSession()).toMatchObject({ user: { name: "Grace" } });
  unmount();
  expect(await getSession()).toMatchObject({ user: { name: "Grace" } });
  expect(custom.requests).toHaveLength(2);
  expect(other.requests).toHaveLength(0);
});

test("signOut() in the clean-up of an effect goes to the provider that is being unmounted", async () => {
  const shop = openAuthServer({ basePath: "/shop/api/auth", user: ada });
  const other = openAuthServer({ user: ada });
  let signingOut: Promise<unknown> | undefined;
  function Kiosk(): null {
    React.useEffect(() => () => void (signingOut = react.signOut({ redirect: false })), []);
    return null;
  }
  const { unmount } = render(
    <SessionProvider basePath="/shop/api/auth" session={sessionOf(ada)}>
      <Kiosk />
    </SessionProvider>,
  );
  unmount();
  await signingOut;
  expect(shop.user).toBeNull();
  expect(other.requests).toHaveLength(0);
});

test("two copies of the package in one program are one: the provider, its client, the defaults", async () => {
  openAuthServer({ user: ada });
  vi.resetModules();
  const copy = await import("../src/index.ts");
  expect(copy.useSession).not.toBe(react.useSession);
  function Badge(): React.JSX.Element {
    return <i>{copy.useSession().data?.user?.name}</i>;
  }
  render(
    <SessionProvider session={null}>
      <Badge />
    </SessionProvider>,
  );
  await copy.getSession();
  await screen.findByText("Ada");
  expect(copy.__NEXTAUTH).toBe(react.__NEXTAUTH);
});
