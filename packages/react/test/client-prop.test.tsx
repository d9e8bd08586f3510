import { render, renderHook, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { getSession, SessionProvider, useSessionClient } from "../src/index.ts";
import { openAuthServer } from "./support/auth-server.ts";
import { createPageClient, pass, stopTime, Who } from "./support/page.tsx";
import { ada, grace, sessionOf } from "./support/people.ts";

const strict = { reactStrictMode: true };

test("a client of one's own is the one that components read", async () => {
  const server = openAuthServer({ basePath: "/mine", user: ada });
  const { client } = createPageClient({ basePath: "/mine" });
  render(
    <SessionProvider client={client} basePath="/ignored">
      <Who />
    </SessionProvider>,
    strict,
  );
  await screen.findByText("authenticated Ada");
  expect(server.requests).toHaveLength(1);
});

test("what is done to it from outside of React is shown", async () => {
  openAuthServer();
  const { client } = createPageClient({ session: null });
  render(
    <SessionProvider client={client}>
      <Who />
    </SessionProvider>,
    strict,
  );
  await client.signIn("credentials", { redirect: false, password: "Grace" });
  await screen.findByText("authenticated Grace");
});

test("its refetch options are its own business", async () => {
  const server = openAuthServer({ user: ada });
  stopTime();
  const { client } = createPageClient({ session: sessionOf(ada), refetchInterval: 10 });
  render(
    <SessionProvider client={client} refetchInterval={0}>
      <Who />
    </SessionProvider>,
    strict,
  );
  await pass(12_000);
  expect(server.count("GET session")).toBe(1);
});

test("it shows the session prop", () => {
  openAuthServer({ user: ada });
  const { client } = createPageClient({ session: null });
  render(
    <SessionProvider client={client} session={sessionOf(ada)}>
      <Who />
    </SessionProvider>,
    strict,
  );
  screen.getByText("authenticated Ada");
});

test("another client takes over at once", () => {
  const first = createPageClient({ session: sessionOf(ada) }).client;
  const second = createPageClient({ session: sessionOf(grace) }).client;
  const { rerender } = render(
    <SessionProvider client={first}>
      <Who />
    </SessionProvider>,
    strict,
  );
  screen.getByText("authenticated Ada");
  rerender(
    <SessionProvider client={second}>
      <Who />
    </SessionProvider>,
  );
  screen.getByText("authenticated Grace");
});

test("it is the one that the module's functions act on", async () => {
  const server = openAuthServer({ basePath: "/mine", user: ada });
  const { client } = createPageClient({ basePath: "/mine", session: null });
  render(
    <SessionProvider client={client}>
      <Who />
    </SessionProvider>,
    strict,
  );
  await getSession();
  expect(server.requests).toHaveLength(1);
});

test("useSessionClient gives the client of the nearest provider", () => {
  const { client } = createPageClient({ session: null });
  const { result } = renderHook(() => useSessionClient(), {
    wrapper: ({ children }) => <SessionProvider client={client}>{children}</SessionProvider>,
    ...strict,
  });
  expect(result.current).toBe(client);
});

test("useSessionClient brings the client's events", async () => {
  const server = openAuthServer({ user: ada });
  const { result } = renderHook(() => useSessionClient(), {
    wrapper: ({ children }) => (
      <SessionProvider session={sessionOf(ada)}>
        {children}
        <Who />
      </SessionProvider>
    ),
    ...strict,
  });
  const onUserChanged = vi.fn<() => void>();
  result.current.on("userChanged", onUserChanged);
  server.user = grace;
  await result.current.getSession();
  expect(onUserChanged).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ user: grace }),
    expect.objectContaining({ user: ada }),
  );
});
