// @vitest-environment jsdom
import { setTimeout as delay } from "node:timers/promises";
import { createAuthServer, createSession } from "@sojourn/testing";
import { beforeEach, expect, test, vi } from "vitest";
import type { Navigate } from "../src/client.ts";
import { toElement } from "../src/rendered-session.ts";

type Rendered = Parameters<typeof toElement>[0] | undefined;

const ada = createSession({ name: "Ada" });
const byPassword = { username: "ada", password: "lovelace", redirect: false } as const;
const server = createAuthServer({ origin: location.origin });
const scroll = vi.fn<(to: unknown) => void>();
const fetchAny = vi.fn<typeof server.fetch>(server.fetch);
/** The document keeps the listeners of earlier tests. Their pages do not navigate any more. */
let pages = 0;

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal("fetch", fetchAny);
  vi.stubGlobal("scrollTo", scroll);
  // The clients of earlier tests are no other tabs.
  vi.stubGlobal("BroadcastChannel", undefined);
  history.replaceState(null, "", "/page?q=1#part");
  scroll.mockClear();
});

function render(session: Rendered): void {
  document.head.innerHTML = session === undefined ? "" : toElement(session);
}

/** What `<ClientRouter />` does when a page has been fetched. */
function swap(path: string, session: Rendered): void {
  history.replaceState(null, "", path);
  render(session);
  document.dispatchEvent(new Event("astro:after-swap"));
}

/** Opens a page that the server has rendered for somebody, and follows changes. */
async function openPage(rendered: Rendered) {
  server.user = rendered?.user ?? null;
  render(rendered);
  // Each test has a document of its own, as far as this package knows.
  const { client, refreshOnChange } = await import("../src/client.ts");
  pages += 1;
  const page = pages;
  const navigate = vi.fn<Navigate>(async (path) => {
    if (page !== pages) return;
    document.dispatchEvent(new Event("astro:before-preparation"));
    await delay(1);
    swap(path, server.user && createSession(server.user));
  });
  refreshOnChange(navigate);
  return { client, navigate };
}

/** Waits until what follows a change would have happened. */
const settle = () => delay(30);

test("a change has the page rendered again, once, and its position stays", async () => {
  const { client, navigate } = await openPage(ada);
  await settle();
  expect(navigate).not.toHaveBeenCalled();
  await client.signOut({ redirect: false });
  await settle();
  expect(navigate).toHaveBeenCalledExactlyOnceWith("/page?q=1", { history: "replace" });
  expect(scroll).toHaveBeenCalledExactlyOnceWith({ left: 0, top: 0, behavior: "instant" });
  expect(location.hash).toBe("#part");
});

test("where the server redirects, the position is that of the other page", async () => {
  const { client, navigate } = await openPage(ada);
  navigate.mockImplementationOnce(async () => swap("/auth/signin", null));
  await client.signOut({ redirect: false });
  await settle();
  expect(location.pathname + location.hash).toBe("/auth/signin");
  expect(scroll).not.toHaveBeenCalled();
});

test("a navigation of the app is not ended by a refresh, and needs none after it", async () => {
  const { client, navigate } = await openPage(null);
  await client.signIn("credentials", byPassword);
  document.dispatchEvent(new Event("astro:before-preparation"));
  await settle();
  swap("/next", client.getSnapshot().data);
  await settle();
  expect(navigate).not.toHaveBeenCalled();
});

test("a navigation that brings a page from before the change is followed by a refresh", async () => {
  const { client, navigate } = await openPage(null);
  document.dispatchEvent(new Event("astro:before-preparation"));
  await client.signIn("credentials", byPassword);
  await settle();
  expect(navigate).not.toHaveBeenCalled();
  swap("/next", null);
  await vi.waitFor(() => expect(navigate).toHaveBeenCalledOnce());
  expect(navigate.mock.calls[0]?.[0]).toBe("/next");
});

test("a static page is not rendered again, and its session is not read", async () => {
  fetchAny.mockClear();
  const { client, navigate } = await openPage(undefined);
  await settle();
  expect(fetchAny).not.toHaveBeenCalled();

  swap("/dynamic", null);
  await client.signIn("credentials", byPassword);
  await vi.waitFor(() => expect(navigate).toHaveBeenCalledOnce());
  await settle();
  swap("/static", undefined);
  await client.signOut({ redirect: false });
  await settle();
  expect(navigate).toHaveBeenCalledOnce();
});

test("what a page hands over is shown at once, and is no change", async () => {
  const { client, navigate } = await openPage(ada);
  const grace = createSession({ name: "Grace", email: "grace@example.com" });
  server.user = grace.user ?? null;
  swap("/next", grace);
  expect(client.getSnapshot().data?.user?.name).toBe("Grace");
  await settle();
  expect(navigate).not.toHaveBeenCalled();
});
