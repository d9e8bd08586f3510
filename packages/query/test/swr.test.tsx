import { SessionProvider } from "@sojourn/react";
import { createSession, createTestClient, grace, type TestClient } from "@sojourn/testing";
import { act, cleanup, render, screen } from "@testing-library/react";
import * as React from "react";
import { renderToString } from "react-dom/server";
import useSWR, { SWRConfig, useSWRConfig } from "swr";
import { afterEach, expect, test, vi } from "vitest";
import { sessionKey, useConnectedSession, useSession } from "../src/swr.ts";

afterEach(cleanup);

function App(props: { client: TestClient; children: React.ReactNode }): React.JSX.Element {
  const [cache] = React.useState(() => new Map());
  return (
    <SessionProvider client={props.client}>
      <SWRConfig value={{ provider: () => cache }}>{props.children}</SWRConfig>
    </SessionProvider>
  );
}

const onRender = vi.fn<() => void>();
function Account(): React.JSX.Element {
  const { data, error, mutate } = useSession();
  React.useEffect(onRender);
  const says = data === undefined ? "loading" : (data?.user?.name ?? "nobody");
  return <button onClick={() => void mutate()}>{error ? `${says}, ${error.code}` : says}</button>;
}

function open(client: TestClient, ui: React.ReactNode): void {
  render(<App client={client}>{ui}</App>, { reactStrictMode: true });
}

test("is loading, and then the session, by one request for all components", async () => {
  const client = createTestClient();
  client.server.user = grace.user;
  open(
    client,
    [1, 2, 3].map((key) => <Account key={key} />),
  );
  expect(screen.getAllByText("loading")).toHaveLength(3);
  expect(await screen.findAllByText("Grace Hopper")).toHaveLength(3);
  expect(client.server.count("GET session")).toBe(1);
});

test("is the session that the server has rendered, at once and without a request", () => {
  const client = createTestClient({ session: createSession() });
  open(client, <Account />);
  screen.getByText("Ada Lovelace");
  expect(client.server.requests).toEqual([]);
});

test("renders on a server, without a request", () => {
  const client = createTestClient({ session: createSession() });
  const html = renderToString(
    <App client={client}>
      <Account />
    </App>,
  );
  expect(html).toContain("Ada Lovelace");
  expect(client.server.requests).toEqual([]);
});

test("follows a sign-out, and reads that change nothing do not render", async () => {
  const client = createTestClient({ session: createSession() });
  open(client, <Account />);
  onRender.mockClear();
  await act(() => client.getSession());
  expect(onRender).not.toHaveBeenCalled();
  await act(() => client.signOut({ redirect: false }));
  await screen.findByText("nobody");
});

test("asks through the client when it is mutated", async () => {
  const client = createTestClient({ session: createSession() });
  open(client, <Account />);
  client.server.user = grace.user;
  act(() => screen.getByText("Ada Lovelace").click());
  await screen.findByText("Grace Hopper");
  expect(client.getSnapshot().data?.user?.name).toBe("Grace Hopper");
  expect(client.server.count("GET session")).toBe(1);
});

test("keeps the session when that fails, and says why", async () => {
  const client = createTestClient({ session: createSession() });
  open(client, <Account />);
  client.server.fault = () => new Response("down", { status: 503 });
  act(() => screen.getByText("Ada Lovelace").click());
  await screen.findByText("Ada Lovelace, http");
});

test("clears what belongs to a user, if asked", async () => {
  const client = createTestClient({ session: createSession() });
  function Orders(): React.JSX.Element {
    useConnectedSession({ userScoped: (key) => String(key).startsWith("/orders") });
    const { mutate } = useSWRConfig();
    const { data } = useSWR<string>("/orders", null);
    const { data: prices } = useSWR<string>("/prices", null);
    const fill = (): void => {
      void mutate("/orders", "five", { revalidate: false });
      void mutate("/prices", "high", { revalidate: false });
    };
    return <button onClick={fill}>{`${data ?? "none"}, ${prices ?? "none"}`}</button>;
  }
  open(client, <Orders />);
  act(() => screen.getByText("none, none").click());
  await screen.findByText("five, high");
  await act(() => client.signOut({ redirect: false }));
  await screen.findByText("none, high");
});

test("the session has a key of its own in the cache", async () => {
  const client = createTestClient({ session: createSession() });
  function Reader(): React.JSX.Element {
    useConnectedSession();
    const { data } = useSWR<{ user: { name: string } }>(sessionKey, null);
    return <p>{data?.user.name ?? "…"}</p>;
  }
  open(client, <Reader />);
  await screen.findByText("Ada Lovelace");
});
