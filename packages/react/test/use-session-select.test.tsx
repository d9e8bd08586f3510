import { renderHook, screen, render, act } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { getSession, SessionProvider, signOut, useSession, type Session } from "../src/index.ts";
import { openAuthServer } from "./support/auth-server.ts";
import { Who } from "./support/page.tsx";
import { ada, grace, sessionOf } from "./support/people.ts";

type Select<T> = (session: Session) => T;

/** Counts the renders of a component that selects by a function made anew for each of them. */
function renderSelecting<T>(select: Select<T>, session: Session | null = sessionOf(ada)) {
  const renders: unknown[] = [];
  const Selecting = (): null => {
    renders.push(useSession({ select: (it) => select(it) }).data);
    return null;
  };
  render(
    <SessionProvider session={session}>
      <Selecting />
      <Who />
    </SessionProvider>,
  );
  return renders;
}

/** Has the page learn what the server knows. */
async function read(): Promise<void> {
  await act(() => getSession());
}

test("gives what was selected", () => {
  expect(renderSelecting((session) => session.user?.email)).toEqual(["ada@example.org"]);
});

test("renders only when the selected value changes", async () => {
  const server = openAuthServer({ user: ada });
  const renders = renderSelecting((session) => session.user?.email);
  server.user = { ...ada, name: "Lovelace" };
  await read();
  screen.getByText("authenticated Lovelace");
  expect(renders).toHaveLength(1);

  server.user = { ...ada, email: "lovelace@example.org" };
  await read();
  expect(renders).toEqual(["ada@example.org", "lovelace@example.org"]);
});

test("does not render for a fresh object of the same content", async () => {
  const server = openAuthServer({ user: ada });
  const renders = renderSelecting((session) => ({ of: [session.user?.id], deep: { fresh: true } }));
  server.user = { ...ada, name: "Lovelace" };
  await read();
  screen.getByText("authenticated Lovelace");
  expect(renders).toEqual([{ of: ["1"], deep: { fresh: true } }]);
});

test("keeps the identity of the parts that have not changed", async () => {
  const server = openAuthServer({ user: ada });
  const renders = renderSelecting(({ user }) => ({
    name: { is: user?.name },
    id: { is: user?.id },
  }));
  server.user = { ...ada, name: "Lovelace" };
  await read();
  const [before, after] = renders as { name: object; id: object }[];
  expect(after).toEqual({ name: { is: "Lovelace" }, id: { is: "1" } });
  expect(after?.id).toBe(before?.id);
});

test("renders for another user, though the session's shape is the same", async () => {
  const server = openAuthServer({ user: ada });
  const renders = renderSelecting((session) => ({ name: session.user?.name }));
  server.user = grace;
  await read();
  expect(renders).toEqual([{ name: "Ada" }, { name: "Grace" }]);
});

test("is not called without a session", async () => {
  openAuthServer({ user: ada });
  const select = vi.fn<Select<string>>(() => "selected");
  const renders = renderSelecting(select, null);
  expect(renders).toEqual([null]);
  expect(select).not.toHaveBeenCalled();

  await read();
  expect(renders).toEqual([null, "selected"]);
  await signOut({ redirect: false });
  await screen.findByText("unauthenticated");
  expect(renders).toEqual([null, "selected", null]);
});

test("sees the values of the render that it was made in", () => {
  const { result, rerender } = renderHook(
    ({ field }: { field: "name" | "email" }) => useSession({ select: ({ user }) => user?.[field] }),
    {
      initialProps: { field: "name" },
      wrapper: ({ children }) => (
        <SessionProvider session={sessionOf(ada)}>{children}</SessionProvider>
      ),
      reactStrictMode: true,
    },
  );
  expect(result.current.data).toBe("Ada");
  rerender({ field: "email" });
  expect(result.current.data).toBe("ada@example.org");
});

test("renders for expires if that is what it selects", async () => {
  openAuthServer({ user: ada });
  const renders = renderSelecting((session) => session.expires);
  await read();
  expect(renders).toEqual(["2099-01-01T00:00:00.000Z", "2099-01-01T00:00:01.000Z"]);
});

class Permissions {
  readonly names = ["read"];
}

const uncomparable: [string, Select<unknown>][] = [
  ["a function", (session) => () => session.user?.name],
  ["an instance of a class", () => new Permissions()],
  ["a date", () => new Date(0)],
  ["a symbol", () => Symbol("user")],
  [
    "one of them deep inside",
    ({ user }) => ({ of: [{ can: () => user?.name, now: new Date(0) }] }),
  ],
];

describe.each(uncomparable)("%s, which is never equal to itself,", (_, select) => {
  test("is the same for the same session and the same function", async () => {
    const server = openAuthServer({ user: ada });
    const { result, rerender } = renderHook(() => useSession({ select }).data, {
      wrapper: ({ children }) => (
        <SessionProvider session={sessionOf(ada)}>{children}</SessionProvider>
      ),
    });
    const first = result.current;
    rerender();
    await read();
    expect(result.current).toBe(first);
    server.user = { ...ada, name: "Lovelace" };
    await read();
    expect(result.current).not.toBe(first);
  });

  test("ends, though the function is another one in each render", async () => {
    openAuthServer({ user: ada });
    const renders = renderSelecting(select);
    await read();
    expect(renders.length).toBeLessThan(5);
  });
});
