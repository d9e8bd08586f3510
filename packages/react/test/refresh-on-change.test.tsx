import { act, render } from "@testing-library/react";
import * as React from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { type Session, type SessionClient, SessionProvider } from "../src/index.ts";
import { RefreshOnChange } from "../src/next.ts";
import { openAuthServer } from "./support/auth-server.ts";
import { createPageClient, setVisibility, silenceRenderErrors } from "./support/page.tsx";
import { ada, grace, sessionOf } from "./support/people.ts";

const router = { refresh: vi.fn<() => void>() };
const useRouter = vi.fn<() => typeof router>();
// Next has no router outside of its own pages.
vi.mock("next/navigation.js", () => ({ useRouter: () => useRouter() }));

beforeEach(() => {
  router.refresh.mockReset();
  // Each segment of a page has an object of its own.
  useRouter.mockImplementation(() => ({ ...router }));
});

/** A page that the server has rendered for Ada. */
function openPage(): SessionClient<Session> {
  openAuthServer({ user: ada });
  return createPageClient({ session: sessionOf(ada) }).client;
}

const signOut = (client: SessionClient<Session>): Promise<unknown> =>
  act(() => client.signOut({ redirect: false }));
const signIn = (client: SessionClient<Session>, { name }: { name: string }): Promise<unknown> =>
  act(() => client.signIn("credentials", { redirect: false, password: name }));

/** Lets come what would come without need. */
const settle = (): Promise<void> =>
  act(() => new Promise<void>((resolve) => void setTimeout(resolve, 50)));

test("router.refresh() is called once for each change, also in StrictMode", async () => {
  const client = openPage();
  const page = (
    <SessionProvider client={client}>
      <RefreshOnChange />
    </SessionProvider>
  );
  const { rerender } = render(page, { reactStrictMode: true });
  await signOut(client);
  await settle();
  expect(router.refresh).toHaveBeenCalledTimes(1);
  rerender(page);
  await signIn(client, grace);
  await settle();
  expect(router.refresh).toHaveBeenCalledTimes(2);
});

test("a layout that is rendered again, and hands over the session, is not refreshed again", async () => {
  const server = openAuthServer({ user: ada });
  const { client } = createPageClient();
  const layout = () => (
    <SessionProvider client={client} session={server.user && sessionOf(ada)}>
      <RefreshOnChange />
    </SessionProvider>
  );
  const { rerender } = render(layout());
  router.refresh.mockImplementation(() => rerender(layout()));
  await signOut(client);
  await settle();
  expect(router.refresh).toHaveBeenCalledTimes(1);
  expect(client.getSnapshot().status).toBe("unauthenticated");
});

test("the refresh begins after the app has gone on from its sign-out, and perhaps navigated", async () => {
  const client = openPage();
  const log: string[] = [];
  router.refresh.mockImplementation(() => void log.push("refresh"));
  render(
    <SessionProvider client={client}>
      <RefreshOnChange />
    </SessionProvider>,
  );
  await act(() => client.signOut({ redirect: false }).then(() => void log.push("navigation")));
  await settle();
  expect(log).toEqual(["navigation", "refresh"]);
});

test("a page from a cache is refreshed for the user", async () => {
  openAuthServer({ user: ada });
  const { client } = createPageClient();
  render(
    <SessionProvider client={client}>
      <RefreshOnChange rendered={null} />
    </SessionProvider>,
  );
  await vi.waitFor(() => expect(router.refresh).toHaveBeenCalledTimes(1));
  await settle();
  expect(router.refresh).toHaveBeenCalledTimes(1);
});

test("a hidden tab is refreshed when it is shown", async () => {
  const client = openPage();
  render(
    <SessionProvider client={client}>
      <RefreshOnChange />
    </SessionProvider>,
  );
  vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  await signOut(client);
  await signIn(client, grace);
  await settle();
  expect(router.refresh).not.toHaveBeenCalled();
  vi.spyOn(document, "hidden", "get").mockReturnValue(false);
  act(() => setVisibility("visible"));
  await settle();
  expect(router.refresh).toHaveBeenCalledTimes(1);
});

test("a page that was kept hidden notices when it is shown what has changed meanwhile", async () => {
  // React 18 has no Activity.
  const { Activity } = React as { Activity?: typeof React.Activity };
  if (!Activity) return;
  const client = openPage();
  const page = (mode: "visible" | "hidden") => (
    <SessionProvider client={client}>
      <Activity mode={mode}>
        <RefreshOnChange />
      </Activity>
    </SessionProvider>
  );
  const { rerender } = render(page("visible"));
  rerender(page("hidden"));
  await signOut(client);
  await settle();
  expect(router.refresh).not.toHaveBeenCalled();
  rerender(page("visible"));
  await settle();
  expect(router.refresh).toHaveBeenCalledTimes(1);
});

test.each([
  ["hydrates late was rendered for the provider's session", true, 1],
  ["is navigated to was rendered for the session that is known", false, 0],
])("a page that %s", async (_, hydrate, refreshes) => {
  openAuthServer({ user: ada });
  const session = sessionOf(ada);
  const { client } = createPageClient({ session });
  await signOut(client);
  const page = (
    <SessionProvider client={client} session={session}>
      <RefreshOnChange />
    </SessionProvider>
  );
  render(page, { hydrate });
  await settle();
  expect(router.refresh).toHaveBeenCalledTimes(refreshes);
});

test("nothing is refreshed after it is unmounted", async () => {
  const client = openPage();
  const { unmount } = render(
    <SessionProvider client={client}>
      <RefreshOnChange />
    </SessionProvider>,
  );
  unmount();
  await signOut(client);
  await settle();
  expect(router.refresh).not.toHaveBeenCalled();
});

test("outside of a provider it says what to do", () => {
  silenceRenderErrors();
  expect(() => render(<RefreshOnChange />)).toThrow("SessionProvider");
});
