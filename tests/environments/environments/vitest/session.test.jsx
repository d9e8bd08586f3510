import { SessionProvider, signIn, signOut, useSession } from "@sojourn/react";
import { createSessionWrapper } from "@sojourn/react/testing";
import { createAuthServer, createSession, createUser } from "@sojourn/testing";
import { createAuthHandlers } from "@sojourn/testing/msw";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { setupServer } from "msw/node";
import * as React from "react";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";

// MSW needs streams, which jsdom lacks in a context of its own: there tests mock `fetch`.
const hasNetwork = typeof ReadableStream !== "undefined";
const network = setupServer();
beforeAll(() => hasNetwork && network.listen({ onUnhandledRequest: "error" }));
afterEach(() => network.resetHandlers());
afterAll(() => hasNetwork && network.close());

function openServer(user) {
  const { origin } = window.location;
  const server = createAuthServer({ origin, user });
  if (hasNetwork) network.use(...createAuthHandlers(server));
  else vi.stubGlobal("fetch", server.fetch);
  return server;
}

function Account() {
  const { data, status } = useSession();
  const ada = { username: "ada", password: "lovelace", redirect: false };
  return (
    <>
      <p>{status === "loading" ? "One moment" : (data?.user?.name ?? "Nobody")}</p>
      <button onClick={() => signIn("credentials", ada)}>Sign in</button>
      <button onClick={() => signOut({ redirect: false })}>Sign out</button>
    </>
  );
}

// No hook between the tests: Testing Library cleans up by itself, and the next test follows at once.
test.each(["Ada", "Grace", "Alan", "Ada"])("asks the server of its own test: %s", async (name) => {
  const server = openServer(createUser({ name, email: `${name}@example.org` }));
  render(<Account />, { wrapper: SessionProvider });
  screen.getByText("One moment");
  await screen.findByText(name);
  expect(server.count("GET session")).toBe(1);
});

test("asks the new server after `cleanup` within a test", async () => {
  openServer(createUser({ name: "Ada" }));
  render(<Account />, { wrapper: SessionProvider });
  await screen.findByText("Ada");
  cleanup();

  network.resetHandlers();
  const server = openServer(null);
  render(<Account />, { wrapper: SessionProvider });
  await screen.findByText("Nobody");
  expect(server.count("GET session")).toBe(1);
});

test("signs in and out", async () => {
  openServer(null);
  render(<Account />, { wrapper: SessionProvider });
  await screen.findByText("Nobody");
  fireEvent.click(screen.getByText("Sign in"));
  await screen.findByText("Ada Lovelace");
  fireEvent.click(screen.getByText("Sign out"));
  await screen.findByText("Nobody");
});

test("a wrapper with a session needs no network", () => {
  const wrapper = createSessionWrapper({ session: createSession({ name: "Grace" }) });
  render(<Account />, { wrapper });
  screen.getByText("Grace");
});
