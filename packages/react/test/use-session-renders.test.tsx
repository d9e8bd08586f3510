import { act, render, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import {
  getSession,
  SessionProvider,
  useSession,
  type Session,
  type UseSessionResult,
} from "../src/index.ts";
import { openAuthServer } from "./support/auth-server.ts";
import { pass, stopTime } from "./support/page.tsx";
import { ada, sessionOf } from "./support/people.ts";

const INTERVAL_S = 10;
const SIX_POLLS_MS = 6 * 11_000 + 1000;

const onRender = vi.fn<() => void>();

beforeEach(() => {
  onRender.mockClear();
});

/** A component that looks at something of the session. */
function Looking({ at }: { at: (session: UseSessionResult) => unknown }): React.JSX.Element {
  onRender();
  return <p>{String(at(useSession()))}</p>;
}

function renderLooking(
  count: number,
  at: (session: UseSessionResult) => unknown,
  session?: Session,
): void {
  render(
    <SessionProvider session={session} refetchInterval={INTERVAL_S}>
      {Array.from({ length: count }, (_, index) => (
        <Looking key={index} at={at} />
      ))}
    </SessionProvider>,
  );
}

test("1,000 components do not render for six polls that change nothing", async () => {
  const server = openAuthServer({ user: ada });
  stopTime();
  renderLooking(1000, ({ data }) => data?.user?.name, sessionOf(ada));
  expect(onRender).toHaveBeenCalledTimes(1000);
  await pass(SIX_POLLS_MS);
  expect(server.requests.length).toBeGreaterThanOrEqual(6);
  expect(onRender).toHaveBeenCalledTimes(1000);
});

test("1,000 components render once for the first answer", async () => {
  openAuthServer({ user: ada });
  stopTime();
  renderLooking(1000, ({ data }) => data?.user?.name);
  await pass(1000);
  expect(screen.getAllByText("Ada")).toHaveLength(1000);
  expect(onRender).toHaveBeenCalledTimes(2000);
});

test("a look at expires is one look for all who see the whole session: all render when it moves", async () => {
  const server = openAuthServer({ user: ada });
  stopTime();
  renderLooking(2, ({ data }) => data?.expires, sessionOf(ada));
  onRender.mockClear();
  await pass(SIX_POLLS_MS);
  expect(onRender).toHaveBeenCalledTimes(2 * server.requests.length);
  expect(screen.getAllByText(/2099-01-01/)).toHaveLength(2);
});

test("who selects expires renders alone when it moves", async () => {
  const server = openAuthServer({ user: ada });
  stopTime();
  const onSelect = vi.fn<() => void>();
  function Selecting(): React.JSX.Element {
    onSelect();
    return <p>{useSession({ select: ({ expires }) => expires }).data}</p>;
  }
  render(
    <SessionProvider session={sessionOf(ada)} refetchInterval={INTERVAL_S}>
      <Looking at={({ data }) => data?.user?.name} />
      <Selecting />
    </SessionProvider>,
  );
  await pass(SIX_POLLS_MS);
  expect(onRender).toHaveBeenCalledTimes(1);
  expect(onSelect).toHaveBeenCalledTimes(1 + server.requests.length);
});

test("data is the same object from poll to poll", async () => {
  const server = openAuthServer({ user: ada });
  stopTime();
  const seen = new Set<unknown>();
  renderLooking(1, ({ data, status }) => (data && seen.add(data), status), sessionOf(ada));
  await pass(SIX_POLLS_MS);
  server.user = { ...ada, name: "Lovelace" };
  await pass(2 * 11_000);
  expect(seen.size).toBe(2);
});

test("a component that has looked at data finds expires up to date when it renders anew", async () => {
  openAuthServer({ user: ada });
  const page = (isShown: boolean): React.JSX.Element => (
    <SessionProvider session={session}>
      {isShown && <Looking at={({ data }) => data?.expires} />}
      <Looking at={({ data }) => data?.user?.name} />
    </SessionProvider>
  );
  const session = sessionOf(ada);
  const { rerender } = render(page(false));
  await act(() => getSession());
  rerender(page(true));
  screen.getByText("2099-01-01T00:00:01.000Z");
});

test("a failing poll renders each component once", async () => {
  const server = openAuthServer({ user: ada });
  server.fault = () => new Response("", { status: 500, headers: { "Retry-After": "3600" } });
  stopTime();
  renderLooking(100, ({ error }) => error?.code, sessionOf(ada));
  await pass(60_000);
  expect(screen.getAllByText("http")).toHaveLength(100);
  expect(onRender).toHaveBeenCalledTimes(200);
});
