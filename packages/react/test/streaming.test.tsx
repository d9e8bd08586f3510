import { act, render, screen } from "@testing-library/react";
import * as React from "react";
import { expect, test, vi } from "vitest";
import { getSession, signOut, useSessionClient } from "../src/index.ts";
import { SessionProvider, useSession } from "../src/streaming.ts";
import { openAuthServer } from "./support/auth-server.ts";
import { createPageClient, pass, stopTime, watchLocation, Who } from "./support/page.tsx";
import { ada, grace, sessionOf } from "./support/people.ts";
import { createStream } from "./support/stream.ts";

type Props = React.ComponentProps<typeof SessionProvider>;

const strict = { reactStrictMode: true };

/** Shows the session in one line, and suspends until it is known. */
function Known({ label = "known" }: { label?: string }): React.JSX.Element {
  const { status, data } = useSession({ suspense: true });
  return <p>{[label, status, data?.user?.name].filter(Boolean).join(" ")}</p>;
}

const onFallback = vi.fn<() => void>();

function Fallback(): React.JSX.Element {
  onFallback();
  return <p>one moment</p>;
}

function page(session: Props["session"], props: Props = {}): React.JSX.Element {
  return (
    <SessionProvider {...props} session={session}>
      <Who />
      <React.Suspense fallback={<Fallback />}>
        <Known />
      </React.Suspense>
    </SessionProvider>
  );
}

/** Renders a page. A component that suspends has React wait for more than one turn. */
async function open(
  element: React.ReactElement,
): Promise<(next: React.ReactElement) => Promise<void>> {
  const { rerender } = await act(async () => render(element, strict));
  return (next) => act(async () => rerender(next));
}

test.each([
  ["a session", sessionOf(ada), "authenticated Ada"],
  ["null", null, "unauthenticated"],
])(
  "shows loading and the fallback until %s is there, and asks nothing",
  async (_, session, text) => {
    const server = openAuthServer({ user: ada });
    const { promise, arrive } = createStream();
    stopTime();
    await open(page(promise));
    await act(() => pass(5000));
    screen.getByText("loading");
    screen.getByText("one moment");
    arrive(session);
    await act(() => pass(100));
    screen.getByText(text);
    screen.getByText(`known ${text}`);
    await act(() => pass(60_000));
    expect(server.requests).toEqual([]);
  },
);

test("a session is taken as ever", async () => {
  const server = openAuthServer({ user: ada });
  await open(page(sessionOf(ada)));
  screen.getByText("authenticated Ada");
  screen.getByText("known authenticated Ada");
  expect(server.requests).toEqual([]);
});

test("suspends until the server has answered where the page has no session", async () => {
  const server = openAuthServer({ user: ada });
  await open(page(undefined));
  screen.getByText("one moment");
  await screen.findByText("known authenticated Ada");
  expect(server.requests).toHaveLength(1);
});

test("suspends until the server has answered where nobody else looks at the session", async () => {
  const server = openAuthServer({ user: ada });
  await open(
    <SessionProvider>
      <React.Suspense fallback={<Fallback />}>
        <Known />
      </React.Suspense>
    </SessionProvider>,
  );
  await screen.findByText("known authenticated Ada");
  expect(server.requests).toHaveLength(1);
});

test("a promise that rejects has the session read", async () => {
  const server = openAuthServer({ user: ada });
  const { promise, fail } = createStream();
  await open(page(promise));
  fail();
  await screen.findByText("authenticated Ada");
  await screen.findByText("known authenticated Ada");
  expect(server.requests).toHaveLength(1);
});

test("a promise that never settles is given up after timeoutMs", async () => {
  const server = openAuthServer({ user: ada });
  stopTime();
  await open(page(new Promise(() => {})));
  await act(() => pass(9900));
  expect(server.requests).toEqual([]);
  await act(() => pass(500));
  screen.getByText("authenticated Ada");
  await act(() => pass(500));
  screen.getByText("known authenticated Ada");
  expect(server.requests).toHaveLength(1);
});

test("what arrives after a sign-out is not shown, in no component", async () => {
  openAuthServer({ user: ada });
  const { promise, arrive } = createStream();
  await open(page(promise));
  await act(() => signOut({ redirect: false }));
  await act(async () => arrive(sessionOf(ada)));
  await screen.findByText("known unauthenticated");
  expect(document.body.textContent).not.toContain("Ada");
});

test("a later promise shows no fallback and no loading, and asks nothing if nothing has changed", async () => {
  const server = openAuthServer({ user: ada });
  const seen: string[] = [];
  function Recorder(): null {
    const { status } = useSession();
    seen.push(status);
    return null;
  }
  const tree = (session: Props["session"]): React.JSX.Element => (
    <SessionProvider session={session}>
      <Recorder />
      <React.Suspense fallback={<Fallback />}>
        <Known />
      </React.Suspense>
    </SessionProvider>
  );
  const rerender = await open(tree(Promise.resolve(sessionOf(ada))));
  await screen.findByText("known authenticated Ada");
  onFallback.mockClear();
  seen.length = 0;
  const later = createStream();
  await rerender(tree(later.promise));
  screen.getByText("known authenticated Ada");
  await act(async () => later.arrive(sessionOf(ada)));
  expect(seen).not.toContain("loading");
  expect(onFallback).not.toHaveBeenCalled();
  expect(server.requests).toEqual([]);
});

test("a later promise of another user is handed over", async () => {
  const server = openAuthServer({ user: ada });
  const rerender = await open(page(Promise.resolve(sessionOf(ada))));
  await screen.findByText("known authenticated Ada");
  server.user = grace;
  await rerender(page(Promise.resolve(sessionOf(grace))));
  await screen.findByText("authenticated Grace");
  await screen.findByText("known authenticated Grace");
});

test("a session in place of a promise drops the promise", async () => {
  const server = openAuthServer({ user: ada });
  const { promise, arrive } = createStream();
  const rerender = await open(page(promise));
  await rerender(page(sessionOf(ada)));
  await screen.findByText("known authenticated Ada");
  await act(async () => arrive(sessionOf(grace)));
  screen.getByText("authenticated Ada");
  expect(server.requests).toEqual([]);
});

test("getSession() asks the server meanwhile", async () => {
  const server = openAuthServer({ user: ada });
  const { promise, arrive } = createStream();
  await open(page(promise));
  await act(async () => expect(await getSession()).toMatchObject({ user: ada }));
  await act(async () => arrive(sessionOf(ada)));
  screen.getByText("authenticated Ada");
  expect(server.requests).toHaveLength(1);
});

test("a client of the app's own streams, too", async () => {
  const server = openAuthServer({ user: ada });
  const { client } = createPageClient();
  const { promise, arrive } = createStream();
  await open(page(promise, { client }));
  screen.getByText("loading");
  await act(async () => arrive(sessionOf(ada)));
  await screen.findByText("known authenticated Ada");
  expect(server.requests).toEqual([]);
});

test("two providers with one client and two promises show one session", async () => {
  const server = openAuthServer({ user: ada });
  const { client } = createPageClient();
  const [first, second] = [createStream(), createStream()];
  await open(
    <>
      {page(first.promise, { client })}
      {page(second.promise, { client })}
    </>,
  );
  await act(async () => first.arrive(sessionOf(ada)));
  await act(async () => second.arrive(sessionOf(ada)));
  expect(await screen.findAllByText("known authenticated Ada")).toHaveLength(2);
  expect(server.requests).toEqual([]);
});

test("select and required work as ever beside suspense", async () => {
  const server = openAuthServer({ user: null });
  const visited = watchLocation();
  const onUnauthenticated = vi.fn<() => void>();
  function Name(): React.JSX.Element {
    const { data } = useSession({ suspense: true, select: (session) => session.user?.name });
    return <p>{`name ${data}`}</p>;
  }
  function Required(): React.JSX.Element {
    return <p>{`required ${useSession({ suspense: true, required: true }).status}`}</p>;
  }
  function Called(): React.JSX.Element {
    return (
      <p>{`called ${useSession({ suspense: true, required: true, onUnauthenticated }).status}`}</p>
    );
  }
  await open(
    <SessionProvider session={Promise.resolve(null)}>
      <React.Suspense fallback={<Fallback />}>
        <Name />
        <Required />
        <Called />
      </React.Suspense>
    </SessionProvider>,
  );
  await screen.findByText("name null");
  screen.getByText("required loading");
  screen.getByText("called loading");
  expect(onUnauthenticated).toHaveBeenCalledTimes(1);
  expect(visited).toHaveLength(1);
  expect(server.requests).toEqual([]);
});

test("a data promise of a loader is enough: React Router hands its component what the loader returns", async () => {
  const server = openAuthServer({ user: ada });
  const { promise, arrive } = createStream();
  // The loader is not awaited: `return { session: getSession(request) }`.
  const loaderData = { session: promise };
  function Root({ loaderData: data }: { loaderData: typeof loaderData }): React.JSX.Element {
    return page(data.session);
  }
  await open(<Root loaderData={loaderData} />);
  screen.getByText("one moment");
  await act(async () => arrive(sessionOf(ada)));
  await screen.findByText("known authenticated Ada");
  expect(server.requests).toEqual([]);
});

test("components below may use the client before the session is there", async () => {
  const server = openAuthServer({ user: ada });
  const { promise, arrive } = createStream();
  const seen: unknown[] = [];
  function Subscriber(): null {
    const client = useSessionClient();
    React.useLayoutEffect(
      () => client.subscribe(() => void seen.push(client.getSnapshot().status)),
      [client],
    );
    return null;
  }
  await open(
    <SessionProvider session={promise}>
      <Subscriber />
    </SessionProvider>,
  );
  await act(async () => arrive(sessionOf(ada)));
  expect(seen.at(-1)).toBe("authenticated");
  expect(server.requests).toEqual([]);
});
