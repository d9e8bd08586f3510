import { act, render, renderHook, screen, waitFor } from "@testing-library/react";
import * as React from "react";
import { describe, expect, test, vi } from "vitest";
import { getSession, SessionProvider, signOut, useSession } from "../src/index.ts";
import { openAuthServer, type Fault } from "./support/auth-server.ts";
import { createPageClient, pass, silenceRenderErrors, stopTime } from "./support/page.tsx";
import { ada, sessionOf } from "./support/people.ts";

type PageClient = ReturnType<typeof createPageClient>;

const strict = { reactStrictMode: true };

function requireIn({ client }: PageClient, options: { onUnauthenticated?: () => void } = {}) {
  return renderHook(() => useSession({ required: true, ...options }), {
    wrapper: ({ children }) => <SessionProvider client={client}>{children}</SessionProvider>,
    ...strict,
  });
}

describe("without a session", () => {
  test("stays loading and goes to the sign-in page, which leads back", async () => {
    openAuthServer();
    const page = createPageClient();
    const { result } = requireIn(page);
    await waitFor(() => expect(page.navigate).toHaveBeenCalled());
    expect(result.current).toMatchObject({ status: "loading", data: null });
    const { origin, pathname, searchParams } = new URL(page.navigate.mock.lastCall?.[0] ?? "");
    expect(origin + pathname).toBe("http://localhost:3000/api/auth/signin");
    expect(Object.fromEntries(searchParams)).toEqual({
      error: "SessionRequired",
      callbackUrl: location.href,
    });
  });

  test("goes to the sign-in page under basePath", async () => {
    openAuthServer({ basePath: "/custom/auth" });
    const page = createPageClient({ basePath: "/custom/auth" });
    requireIn(page);
    await waitFor(() => expect(page.navigate).toHaveBeenCalled());
    expect(page.navigate.mock.lastCall?.[0]).toMatch("http://localhost:3000/custom/auth/signin?");
  });
});

test("is authenticated again after a sign-in on the same page", async () => {
  openAuthServer();
  const page = createPageClient({ session: null });
  const { result } = requireIn(page, { onUnauthenticated: () => {} });
  expect(result.current.status).toBe("loading");
  await page.client.signIn("credentials", { redirect: false, password: "Ada" });
  await waitFor(() => expect(result.current.status).toBe("authenticated"));
});

const failures: [string, Fault][] = [
  ["a server error", () => new Response("<html>", { status: 500 })],
  ["a dead network", () => Response.error()],
  ["a silent server", () => new Promise(() => {})],
  ["an HTML page", () => new Response("<html>")],
];

describe.each(failures)("%s", (_, fault) => {
  test("never sends anybody away, since it confirms no sign-out", async () => {
    const server = openAuthServer();
    server.fault = fault;
    stopTime();
    const page = createPageClient();
    const { result } = requireIn(page);
    await pass(5 * 60_000);
    expect(result.current).toMatchObject({ status: "loading", data: undefined });
    expect(result.current.error).not.toBeNull();
    expect(page.navigate).not.toHaveBeenCalled();
  });

  test("only delays the way to the sign-in page", async () => {
    const server = openAuthServer();
    server.fault = fault;
    stopTime();
    const page = createPageClient();
    requireIn(page);
    await pass(60_000);
    server.fault = undefined;
    await pass(2 * 60_000);
    expect(page.navigate).toHaveBeenCalledOnce();
  });
});

describe("onUnauthenticated", () => {
  function Required({ onUnauthenticated }: { onUnauthenticated: () => void }): React.JSX.Element {
    // A new function for every render, as most people write it.
    const { status } = useSession({ required: true, onUnauthenticated: () => onUnauthenticated() });
    return <p>{status}</p>;
  }

  test.each([
    ["StrictMode", { reactStrictMode: true }],
    ["production's single mount", { reactStrictMode: false }],
  ])("is called once though it is inline and the component renders again (%s)", (__, mode) => {
    const onUnauthenticated = vi.fn<() => void>();
    const page = (
      <SessionProvider session={null}>
        <Required onUnauthenticated={onUnauthenticated} />
      </SessionProvider>
    );
    const { rerender } = render(page, mode);
    for (let round = 0; round < 3; round += 1) rerender(<>{page}</>);
    expect(onUnauthenticated).toHaveBeenCalledOnce();
  });

  test("is called again for the next sign-out", async () => {
    openAuthServer();
    const page = createPageClient();
    const onUnauthenticated = vi.fn<() => void>();
    const { result } = requireIn(page, { onUnauthenticated });
    await waitFor(() => expect(onUnauthenticated).toHaveBeenCalledTimes(1));
    await page.client.signIn("credentials", { redirect: false, password: "Ada" });
    await waitFor(() => expect(result.current.status).toBe("authenticated"));
    await page.client.signOut({ redirect: false });
    await waitFor(() => expect(onUnauthenticated).toHaveBeenCalledTimes(2));
  });

  test("is the one of the last render", async () => {
    openAuthServer({ user: ada });
    const [first, last] = [vi.fn<() => void>(), vi.fn<() => void>()];
    const page = (handler: () => void): React.JSX.Element => (
      <SessionProvider session={sessionOf(ada)}>
        <Required onUnauthenticated={handler} />
      </SessionProvider>
    );
    const { rerender } = render(page(first), strict);
    rerender(page(last));
    await signOut({ redirect: false });
    await screen.findByText("loading");
    expect(first).not.toHaveBeenCalled();
    expect(last).toHaveBeenCalledOnce();
  });
});

class Boundary extends React.Component<React.PropsWithChildren> {
  override state: { caught?: Error } = {};

  static getDerivedStateFromError(caught: Error): { caught: Error } {
    return { caught };
  }

  override render(): React.ReactNode {
    return this.state.caught ? <p>caught {this.state.caught.message}</p> : this.props.children;
  }
}

test.each([true, false])(
  "what onUnauthenticated throws reaches React's boundaries (StrictMode: %j)",
  async (reactStrictMode) => {
    silenceRenderErrors();
    const server = openAuthServer({ user: ada });
    function Protected(): React.JSX.Element {
      const { data } = useSession({
        required: true,
        // As `redirect()` of the App Router does.
        onUnauthenticated() {
          throw new Error("NEXT_REDIRECT");
        },
      });
      return <p>hello {data?.user?.name}</p>;
    }
    render(
      <SessionProvider>
        <Boundary>
          <Protected />
        </Boundary>
      </SessionProvider>,
      { reactStrictMode },
    );
    await screen.findByText("hello Ada");
    server.user = null;
    await act(() => getSession());
    await screen.findByText("caught NEXT_REDIRECT");
    expect(screen.queryByText(/hello/)).toBeNull();
  },
);

test("required can be switched on and off", () => {
  const page = createPageClient({ session: null });
  const { result, rerender } = renderHook(({ required }) => useSession({ required }), {
    initialProps: { required: false },
    wrapper: ({ children }) => <SessionProvider client={page.client}>{children}</SessionProvider>,
  });
  expect(result.current).toMatchObject({ status: "unauthenticated", data: null });
  expect(page.navigate).not.toHaveBeenCalled();
  rerender({ required: true });
  expect(result.current).toMatchObject({ status: "loading", data: null });
  expect(page.navigate).toHaveBeenCalledOnce();
  rerender({ required: false });
  expect(result.current).toMatchObject({ status: "unauthenticated", data: null });
});
