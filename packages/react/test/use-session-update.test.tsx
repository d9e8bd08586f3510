import { act, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import {
  SessionProvider,
  signOut,
  useSession,
  type Session,
  type UpdateSession,
} from "../src/index.ts";
import { dialects, openAuthServer } from "./support/auth-server.ts";
import { Who } from "./support/page.tsx";
import { ada, sessionOf } from "./support/people.ts";

const updates = new Set<UpdateSession>();
const statuses = new Set<string>();

beforeEach(() => {
  updates.clear();
  statuses.clear();
});

function Recorder(): null {
  const { status, update } = useSession();
  statuses.add(status);
  updates.add(update);
  return null;
}

/** Renders a page, and returns the `update` of its components. */
function renderPage(session: Session | null = sessionOf(ada)): UpdateSession {
  render(
    <SessionProvider session={session}>
      <Recorder />
      <Who />
    </SessionProvider>,
    { reactStrictMode: true },
  );
  const [update] = updates;
  if (!update) throw new Error("nothing was rendered");
  return async (data) => await act(() => update(data));
}

test.each(dialects)(
  "posts the data with a CSRF token, and shows the answer (%s)",
  async (dialect) => {
    const server = openAuthServer({ dialect, user: ada });
    const update = renderPage();
    expect(await update({ name: "Lovelace" })).toMatchObject({ user: { name: "Lovelace" } });
    screen.getByText("authenticated Lovelace");
    expect(server.to("POST session").map(({ fields }) => fields)).toEqual([
      { csrfToken: "token", data: { name: "Lovelace" } },
    ]);
    // The answer was the session; it is not asked for again.
    expect(server.count("GET session")).toBe(0);
  },
);

test("without arguments posts too", async () => {
  const server = openAuthServer({ user: ada });
  const update = renderPage();
  await update();
  expect(server.to("POST session").map(({ fields }) => fields)).toEqual([{ csrfToken: "token" }]);
});

test("never shows loading", async () => {
  const server = openAuthServer({ user: ada });
  let release!: () => void;
  const released = new Promise<undefined>((resolve) => (release = () => resolve(undefined)));
  server.fault = () => released;
  renderPage();
  const [update] = updates;
  const done = update?.({ name: "Lovelace" });
  await waitFor(() => expect(server.requests.length).toBeGreaterThan(0));
  screen.getByText("authenticated Ada");
  release();
  await done;
  await screen.findByText("authenticated Lovelace");
  expect(statuses).toEqual(new Set(["authenticated"]));
});

test("is the same function, whatever happens to the session", async () => {
  openAuthServer({ user: ada });
  const update = renderPage(null);
  await update();
  await update({ name: "Lovelace" });
  screen.getByText("authenticated Lovelace");
  await act(() => signOut({ redirect: false }));
  screen.getByText("unauthenticated");
  expect(statuses).toEqual(new Set(["unauthenticated", "authenticated"]));
  expect(updates.size).toBe(1);
});

test("works for somebody who was not signed in, and is now", async () => {
  openAuthServer({ user: ada });
  await renderPage(null)();
  screen.getByText("authenticated Ada");
});

test("applies that the session has ended", async () => {
  openAuthServer();
  expect(await renderPage()()).toBeNull();
  screen.getByText("unauthenticated");
});

test("tries once more with a fresh token when the first is refused", async () => {
  const server = openAuthServer({ user: ada });
  server.refuseTokens = 1;
  await renderPage()({ name: "Lovelace" });
  screen.getByText("authenticated Lovelace");
  expect(server.count("POST session")).toBe(2);
});

test.each(dialects)(
  "rejects with a CsrfError when two tokens are refused, and keeps the session (%s)",
  async (dialect) => {
    const server = openAuthServer({ dialect, user: ada });
    server.refuseTokens = 2;
    await expect(renderPage()()).rejects.toMatchObject({ name: "CsrfError", code: "csrf" });
    screen.getByText("authenticated Ada");
  },
);

test.each([
  ["a server error", () => new Response("<html>", { status: 500 }), "http"],
  ["a dead network", () => Response.error(), "network"],
  ["an HTML page", () => new Response("<html>"), "parse"],
])("rejects after %s, and keeps the session", async (_, fault, code) => {
  const server = openAuthServer({ user: ada });
  server.fault = fault;
  await expect(renderPage()()).rejects.toMatchObject({ name: "SessionFetchError", code });
  screen.getByText("authenticated Ada");
});
