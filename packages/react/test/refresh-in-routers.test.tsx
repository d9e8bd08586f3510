import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider as TanStackRouterProvider,
} from "@tanstack/react-router";
import { act, render, screen } from "@testing-library/react";
import { createMemoryRouter, RouterProvider, useLoaderData } from "react-router";
import { beforeEach, expect, test, vi } from "vitest";
import { SessionProvider } from "../src/index.ts";
import { RefreshOnChange as ReactRouterRefresh } from "../src/react-router.ts";
import { RefreshOnChange as TanStackRefresh } from "../src/tanstack-router.ts";
import { openAuthServer } from "./support/auth-server.ts";
import { createPageClient } from "./support/page.tsx";
import { ada, sessionOf } from "./support/people.ts";

// The routers import React 19, so these tests do not run with React 18.

beforeEach(() => {
  // The router scrolls.
  vi.stubGlobal("scrollTo", () => {});
});

/** A page that the server has rendered for Ada, and what its loader says. */
function openPage() {
  openAuthServer({ user: ada });
  const { client } = createPageClient({ session: sessionOf(ada) });
  const loader = vi.fn<() => string>(() => client.getSnapshot().data?.user?.name ?? "nobody");

  async function expectOneRunAfterSignOut(): Promise<void> {
    await screen.findByText("The server knows Ada");
    const before = loader.mock.calls.length;
    await act(() => client.signOut({ redirect: false }));
    await screen.findByText("The server knows nobody");
    // Lets come what would come without need.
    await act(() => new Promise<void>((resolve) => void setTimeout(resolve, 50)));
    expect(loader).toHaveBeenCalledTimes(before + 1);
  }
  return { client, loader, expectOneRunAfterSignOut };
}

test("the loaders of React Router run again, once for each change", async () => {
  const { client, loader, expectOneRunAfterSignOut } = openPage();
  const Root = () => (
    <SessionProvider client={client}>
      <ReactRouterRefresh />
      <p>The server knows {useLoaderData<string>()}</p>
    </SessionProvider>
  );
  const routes = [{ path: "/", Component: Root, loader, HydrateFallback: () => null }];
  render(<RouterProvider router={createMemoryRouter(routes)} />, { reactStrictMode: true });
  await expectOneRunAfterSignOut();
});

test("the loaders of TanStack Router run again, once for each change", async () => {
  const { client, loader, expectOneRunAfterSignOut } = openPage();
  const route = createRootRoute({
    loader,
    component: () => (
      <SessionProvider client={client}>
        <TanStackRefresh />
        <p>The server knows {String(route.useLoaderData())}</p>
      </SessionProvider>
    ),
  });
  const history = createMemoryHistory({ initialEntries: ["/"] });
  const router = createRouter({ routeTree: route, history });
  render(<TanStackRouterProvider router={router} />, { reactStrictMode: true });
  await expectOneRunAfterSignOut();
});

test("TanStack Router shows no page with what it has loaded for a former user", async () => {
  const { client } = openPage();
  const shown: string[] = [];
  const root = createRootRoute({
    component: () => (
      <SessionProvider client={client}>
        <TanStackRefresh />
        <Outlet />
      </SessionProvider>
    ),
  });
  const home = createRoute({ getParentRoute: () => root, path: "/", component: () => "Home" });
  const orders = createRoute({
    getParentRoute: () => root,
    path: "/orders",
    loader: async () => {
      await Promise.resolve();
      return client.getSnapshot().data?.user?.name ?? "nobody";
    },
    component: function Orders() {
      const name = orders.useLoaderData();
      shown.push(name);
      return `Orders of ${name}`;
    },
  });
  const history = createMemoryHistory({ initialEntries: ["/orders"] });
  const router = createRouter({ routeTree: root.addChildren([home, orders]), history });
  render(<TanStackRouterProvider router={router} />);
  await screen.findByText("Orders of Ada");
  await act(() => router.navigate({ to: "/" }));
  await screen.findByText("Home");
  await act(() => client.signOut({ redirect: false }));
  shown.length = 0;
  await act(() => router.navigate({ to: "/orders" }));
  await screen.findByText("Orders of nobody");
  expect(new Set(shown)).toEqual(new Set(["nobody"]));
});
