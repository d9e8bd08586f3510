import type { Session } from "@sojourn/core";
import { render, renderHook, screen } from "@testing-library/react";
import * as React from "react";
import { expect, test, vi } from "vitest";
import {
  SessionContext,
  useSession,
  useSessionClient,
  type SessionContextValue,
} from "../src/index.ts";
import { openAuthServer } from "./support/auth-server.ts";
import { pass, stopTime, watchLocation, Who } from "./support/page.tsx";
import { ada, grace, sessionOf } from "./support/people.ts";

const update = vi.fn<() => Promise<Session | null>>(() => Promise.resolve(null));

function valueOf(data: Session | null): SessionContextValue {
  return data
    ? { data, status: "authenticated", update }
    : { data, status: "unauthenticated", update };
}

function provide(value: SessionContextValue) {
  return ({ children }: { children: React.ReactNode }): React.JSX.Element => (
    <SessionContext.Provider value={value}>{children}</SessionContext.Provider>
  );
}

const strict = { reactStrictMode: true };

test("a value that a test provides is what useSession tells", () => {
  const session = sessionOf(ada);
  const { result } = renderHook(() => useSession(), {
    wrapper: provide(valueOf(session)),
    ...strict,
  });
  expect(result.current).toEqual({ status: "authenticated", data: session, error: null, update });
});

test.each(["unauthenticated", "loading"] as const)("a provided %s has no session", (status) => {
  const wrapper = provide({ status, data: null, update });
  const { result } = renderHook(() => useSession(), { wrapper, ...strict });
  expect(result.current.status).toBe(status);
  expect(result.current.data ?? null).toBeNull();
});

test("a provided update is the one that is called", async () => {
  const { result } = renderHook(() => useSession(), { wrapper: provide(valueOf(sessionOf(ada))) });
  await result.current.update({ name: "Lovelace" });
  expect(update).toHaveBeenLastCalledWith({ name: "Lovelace" });
});

test("a provided value makes no request, ever", async () => {
  const server = openAuthServer();
  stopTime();
  render(<Who />, { wrapper: provide({ status: "loading", data: null, update }), ...strict });
  await pass(3600_000);
  screen.getByText("loading");
  expect(server.requests).toEqual([]);
});

test("gives the same result object as long as the provided value is the same", () => {
  const wrapper = provide(valueOf(sessionOf(ada)));
  const { result, rerender } = renderHook(() => useSession(), { wrapper, ...strict });
  const first = result.current;
  rerender();
  expect(result.current).toBe(first);
});

test("another value is shown at once", () => {
  const page = (value: SessionContextValue): React.JSX.Element => (
    <SessionContext.Provider value={value}>
      <Who />
    </SessionContext.Provider>
  );
  const { rerender } = render(page(valueOf(sessionOf(ada))), strict);
  screen.getByText("authenticated Ada");
  rerender(page(valueOf(sessionOf(grace))));
  screen.getByText("authenticated Grace");
  rerender(page(valueOf(null)));
  screen.getByText("unauthenticated");
});

test("select and required work on a provided value", () => {
  const wrapper = provide(valueOf(sessionOf(ada)));
  const { result } = renderHook(
    () => useSession({ required: true, select: (session) => session.user?.name }),
    { wrapper, ...strict },
  );
  expect(result.current).toMatchObject({ status: "authenticated", data: "Ada" });
});

test("required asks a provided user without session to sign in", () => {
  const visited = watchLocation();
  const { result } = renderHook(() => useSession({ required: true }), {
    wrapper: provide(valueOf(null)),
  });
  expect(result.current.status).toBe("loading");
  expect(visited[0]).toMatch(/\/api\/auth\/signin\?error=SessionRequired/);
});

test("is a context that class components can read", async () => {
  openAuthServer({ user: ada });
  class Legacy extends React.Component {
    static override contextType = SessionContext;
    declare context: React.ContextType<typeof SessionContext>;
    override render(): React.ReactNode {
      return this.context?.data?.user?.name;
    }
  }
  render(<Legacy />, { wrapper: provide(valueOf(sessionOf(ada))) });
  screen.getByText("Ada");
});

test("what asks a server is answered by the value, or refused, and does not wait for ever", async () => {
  const value = {
    status: "authenticated",
    data: sessionOf(ada),
    update: async () => null,
  } as const;
  const { result } = renderHook(() => useSessionClient(), {
    wrapper: ({ children }) => (
      <SessionContext.Provider value={value}>{children}</SessionContext.Provider>
    ),
  });
  await expect(result.current.getSession()).resolves.toEqual(sessionOf(ada));
  await expect(result.current.signOut({ redirect: false })).rejects.toThrow("no server");
  await expect(result.current.signIn("credentials", { redirect: false })).rejects.toThrow(
    "no server",
  );
});
