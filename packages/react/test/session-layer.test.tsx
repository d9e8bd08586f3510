import { act, render, screen } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { beforeEach, expect, test, vi } from "vitest";
import { getSession, SessionProvider, signOut, useSession, type Session } from "../src/index.ts";
import { openAuthServer } from "./support/auth-server.ts";
import { pass, stopTime } from "./support/page.tsx";
import { ada, grace, sessionOf } from "./support/people.ts";

const onRender = vi.fn<() => void>();
beforeEach(() => {
  onRender.mockClear();
});

function Name(): React.JSX.Element {
  onRender();
  const { data, status } = useSession();
  const user = data?.user as { name?: string; medal?: string } | undefined;
  return <p>{[user?.name ?? status, user?.medal].filter(Boolean).join(" with ")}</p>;
}

function Medal(): React.JSX.Element {
  const { data: medal } = useSession({
    select: ({ user }) => (user as { medal?: string } | undefined)?.medal,
  });
  return <p>medal: {medal ?? "none"}</p>;
}

function decorate(data: Session | null): Session | null {
  const user = { ...data?.user, medal: "a medal" };
  return data && { ...data, user };
}

/** A part of the page that adds something to the session, anew in each rendering. */
function Team({ make = decorate }: { make?: typeof decorate }): React.JSX.Element {
  const { data } = useSession();
  return (
    <SessionProvider session={make(data)}>
      <Name />
      <Medal />
    </SessionProvider>
  );
}

async function openPage(): Promise<ReturnType<typeof openAuthServer>> {
  const server = openAuthServer({ user: ada });
  stopTime();
  const page = (hasTeam: boolean): React.JSX.Element => (
    <SessionProvider>
      <Name />
      {hasTeam && <Team />}
    </SessionProvider>
  );
  const { rerender } = render(page(false));
  await pass(1000);
  rerender(page(true));
  await pass(1000);
  return server;
}

test("what a nested provider adds is shown below it, also to who selects, and nowhere else", async () => {
  await openPage();
  screen.getByText("Ada");
  screen.getByText("Ada with a medal");
  screen.getByText("medal: a medal");
});

test("it stays through answers that change nothing, and is asked about never", async () => {
  const server = await openPage();
  const before = server.requests.length;
  onRender.mockClear();
  await act(() => getSession());
  await pass(60_000);
  screen.getByText("Ada with a medal");
  expect(server.requests.length - before).toBe(1);
  // What spreads a session has looked at its `expires`, which has moved for both.
  expect(onRender).toHaveBeenCalledTimes(2);
});

test("a change is shown with it, at once", async () => {
  const server = await openPage();
  server.user = grace;
  await act(() => getSession());
  screen.getByText("Grace with a medal");
  expect(screen.queryByText(/Ada/)).toBeNull();
});

test("nobody has nothing added", async () => {
  await openPage();
  await act(() => signOut({ redirect: false }));
  await pass(1000);
  expect(screen.getAllByText("unauthenticated")).toHaveLength(2);
  screen.getByText("medal: none");
});

/** A page with a layer whose session is written down once. */
function renderWritten(
  make: (data: Session) => Session,
  around: Session = sessionOf(ada),
): {
  server: ReturnType<typeof openAuthServer>;
  shown: string[];
} {
  const server = openAuthServer({ user: ada });
  stopTime();
  const written = make(around);
  const shown: string[] = [];
  function Outer(): React.JSX.Element {
    const name = useSession().data?.user?.name ?? "nobody";
    if (shown.at(-1) !== name) shown.push(name);
    return <p>around: {name}</p>;
  }
  render(
    <SessionProvider session={around}>
      <Outer />
      <Team make={() => written} />
    </SessionProvider>,
  );
  return { server, shown };
}

test("what was added to another session is not shown, nor does it come back in between", async () => {
  const { server, shown } = renderWritten((data) => decorate(data)!);
  screen.getByText("Ada with a medal");
  server.user = grace;
  await act(() => getSession());
  screen.getByText("Grace");
  server.fault = () => new Response("", { status: 500 });
  await pass(60_000);
  screen.getByText("Grace");
  expect(shown).toEqual(["Ada", "Grace"]);
});

test("what the server has taken away is not shown below it either", async () => {
  const withRole = { ...ada, role: "admin" };
  const around = { ...sessionOf(ada), user: withRole };
  const { server } = renderWritten((data) => decorate(data)!, around);
  screen.getByText("Ada with a medal");
  server.user = ada;
  await act(() => getSession());
  await pass(60_000);
  screen.getByText("Ada");
});

test.each([
  ["a date", () => new Date(0)],
  ["an empty list", () => []],
])("%s in it breaks nothing", async (_, make) => {
  const { server } = renderWritten((data) => {
    const user = { ...data.user, since: make(), medal: "a medal" };
    return { ...data, user };
  });
  screen.getByText("Ada with a medal");
  await act(() => getSession());
  screen.getByText("Ada with a medal");
  expect(server.requests).toHaveLength(1);
});

test("what refers to itself is one of its own, and breaks nothing", async () => {
  renderWritten((data) => {
    const user: Record<string, unknown> = { ...data.user, medal: "a medal" };
    user["self"] = user;
    return { ...data, user } as Session;
  });
  screen.getByText("Ada with a medal");
});

test("a server renders it, and the browser hydrates it without a complaint", async () => {
  openAuthServer({ user: ada });
  const page = (
    <SessionProvider session={sessionOf(ada)}>
      <Team />
    </SessionProvider>
  );
  const container = document.createElement("main");
  // React 18 takes this place, which has a window, for none to be rendered in.
  const onError = vi.spyOn(console, "error").mockReturnValue();
  container.innerHTML = renderToString(page);
  onError.mockClear();
  expect(container.textContent).toContain("Ada with a medal");
  document.body.append(container);
  render(page, { container, hydrate: true });
  expect(container.textContent).toContain("Ada with a medal");
  expect(onError).not.toHaveBeenCalled();
});

test("a nested provider of another server is one of its own", async () => {
  const server = openAuthServer({ user: ada });
  stopTime();
  render(
    <SessionProvider session={sessionOf(ada)}>
      <SessionProvider basePath="/other" session={decorate(sessionOf(ada))}>
        <Name />
      </SessionProvider>
    </SessionProvider>,
  );
  screen.getByText("Ada with a medal");
  await act(() => signOut({ redirect: false }));
  expect(server.requests.length).toBeGreaterThan(0);
  screen.getByText("Ada with a medal");
});
