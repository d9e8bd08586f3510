import { SessionProvider } from "@sojourn/react";
import { createSession, createTestClient, grace, type TestClient } from "@sojourn/testing";
import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from "@tanstack/react-query";
import { act, cleanup, render, screen } from "@testing-library/react";
import * as React from "react";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";
import { useConnectedSession, useSession, type UseSessionOptions } from "../src/react-query.ts";

afterEach(cleanup);

function App(props: { client: TestClient; children: React.ReactNode }): React.JSX.Element {
  const [queryClient] = React.useState(() => new QueryClient());
  return (
    <SessionProvider client={props.client}>
      <QueryClientProvider client={queryClient}>{props.children}</QueryClientProvider>
    </SessionProvider>
  );
}

const onRender = vi.fn<() => void>();
function Account({ options }: { options?: UseSessionOptions }): React.JSX.Element {
  const [session, isLoading] = useSession(options);
  React.useEffect(onRender);
  return <p>{isLoading ? "loading" : (session?.user?.name ?? "nobody")}</p>;
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
  expect(html).toBe("<p>Ada Lovelace</p>");
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

test("leaves for `redirectTo` where it is certain that nobody is signed in, once", async () => {
  const client = createTestClient({ session: null });
  const navigate = vi.fn<(url: string) => void>();
  open(client, <Account options={{ required: true, redirectTo: "/welcome", navigate }} />);
  await vi.waitFor(() => expect(navigate).toHaveBeenCalled());
  await act(() => client.getSession());
  expect(navigate.mock.calls).toEqual([["/welcome"]]);
});

test("goes where next-auth's hook went, unless it is told where", async () => {
  const navigate = vi.fn<(url: string) => void>();
  open(createTestClient({ session: null }), <Account options={{ required: true, navigate }} />);
  await vi.waitFor(() =>
    expect(navigate).toHaveBeenCalledWith("/api/auth/signin?error=SessionExpired"),
  );
});

test("does not leave where the server cannot be asked", async () => {
  const client = createTestClient();
  client.server.fault = () => new Response("down", { status: 503 });
  const navigate = vi.fn<(url: string) => void>();
  open(client, <Account options={{ required: true, navigate }} />);
  await screen.findByText("nobody");
  expect(navigate).not.toHaveBeenCalled();
});

test("hands the query's own polling to the client, which asks once for all", async () => {
  const client = createTestClient({ session: createSession() });
  const setOptions = vi.spyOn(client, "setOptions");
  const queryConfig = { refetchInterval: 300_000, refetchOnWindowFocus: false };
  open(client, <Account options={{ queryConfig }} />);
  expect(setOptions).toHaveBeenCalledWith({ refetchInterval: 300, refetchOnWindowFocus: false });
});

test("the cache's own key can be used beside it, and clears what belongs to a user", async () => {
  const client = createTestClient({ session: createSession() });
  function Orders(): React.JSX.Element {
    useConnectedSession({ userScoped: { queryKey: ["orders"] } });
    const { data } = useQuery({ queryKey: ["orders"], queryFn: () => "five", enabled: false });
    const queryClient = useQueryClient();
    return (
      <button onClick={() => queryClient.setQueryData(["orders"], "five")}>{data ?? "none"}</button>
    );
  }
  open(client, <Orders />);
  act(() => screen.getByText("none").click());
  await screen.findByText("five");
  await act(() => client.signOut({ redirect: false }));
  await screen.findByText("none");
});
