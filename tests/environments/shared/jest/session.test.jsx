import { SessionContext, SessionProvider } from "@sojourn/react";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import * as React from "react";
import { Account } from "./account";

const expires = "2100-01-01T00:00:00.000Z";
let user;

/** As tests of apps have it: no more of a response than next-auth looks at. */
function respond(data) {
  return { ok: true, status: 200, json: async () => data };
}

beforeEach(() => {
  user = { name: "Ada Lovelace" };
  global.fetch = jest.fn(async (url, init) => {
    const { pathname } = new URL(String(url), "http://localhost");
    const what = `${init?.method ?? "GET"} ${pathname.replace("/api/auth/", "")}`;
    if (what === "GET session") return respond(user ? { user, expires } : null);
    if (what === "GET csrf") return respond({ csrfToken: "token" });
    if (what === "GET providers") {
      return respond({
        credentials: { id: "credentials", name: "Password", type: "credentials" },
      });
    }
    if (what === "POST callback/credentials") user = { name: "Ada Lovelace" };
    if (what === "POST signout") user = null;
    if (what === "POST session") {
      user = JSON.parse(init.body).data;
      return respond({ user, expires });
    }
    return respond({ url: "http://localhost/" });
  });
});

const calls = () => global.fetch.mock.calls.map(([url, init]) => `${init?.method ?? "GET"} ${url}`);

test("reads the session of the server", async () => {
  render(<Account />, { wrapper: SessionProvider });
  screen.getByText("One moment");
  await screen.findByText("Ada Lovelace");
  expect(calls()).toEqual(["GET /api/auth/session"]);
});

test("shows the session of another test's server", async () => {
  user = { name: "Grace Hopper" };
  render(<Account />, { wrapper: SessionProvider });
  await screen.findByText("Grace Hopper");
  expect(calls()).toEqual(["GET /api/auth/session"]);
});

test("signs in, renames and signs out", async () => {
  user = null;
  render(<Account />, { wrapper: SessionProvider });
  await screen.findByText("Nobody");

  fireEvent.click(screen.getByText("Sign in"));
  await screen.findByText("Ada Lovelace");
  await waitFor(() =>
    expect(JSON.parse(screen.getByRole("status").textContent)).toMatchObject({
      ok: true,
      status: 200,
      url: "http://localhost/",
    }),
  );

  fireEvent.click(screen.getByText("Rename"));
  await screen.findByText("Countess");

  fireEvent.click(screen.getByText("Sign out"));
  await screen.findByText("Nobody");
  expect(calls()).toEqual(
    expect.arrayContaining([
      "POST /api/auth/callback/credentials",
      "POST /api/auth/session",
      "POST /api/auth/signout",
    ]),
  );
});

test("shows a session that was given, and asks nobody", async () => {
  render(
    <SessionProvider session={{ user: { name: "Grace Hopper" }, expires }}>
      <Account />
    </SessionProvider>,
  );
  screen.getByText("Grace Hopper");
  await act(async () => {});
  expect(calls()).toEqual([]);
});

test.each([
  [{ data: { user: { name: "Grace Hopper" }, expires }, status: "authenticated" }, "Grace Hopper"],
  [{ data: null, status: "unauthenticated" }, "Nobody"],
  [{ data: null, status: "loading" }, "One moment"],
])("shows a value of SessionContext: %j", async (value, shown) => {
  const update = jest.fn(async () => null);
  render(
    <SessionContext.Provider value={{ ...value, update }}>
      <Account />
    </SessionContext.Provider>,
  );
  screen.getByText(shown);
  fireEvent.click(screen.getByText("Rename"));
  await act(async () => {});
  expect(update).toHaveBeenCalledWith({ name: "Countess" });
  expect(calls()).toEqual([]);
});
