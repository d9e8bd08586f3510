import { createSessionClient, type Session } from "@sojourn/core";
import { createMemoryWorld } from "@sojourn/core/memory";
import { createAuthServer, createSession } from "@sojourn/testing";
import { expect, onTestFinished, test, vi } from "vitest";
import { createApp, createSSRApp, defineComponent, h, Suspense } from "vue";
import { renderToString } from "vue/server-renderer";
import { createSojourn, useSession, type SojournOptions } from "../src/streaming.ts";

const ada = createSession();
const line = (status: string, data: Session | null | undefined): string =>
  [status, data?.user?.name].filter(Boolean).join(" ");

/** Shows the session at once. */
const Plain = defineComponent(() => {
  const { status, data } = useSession();
  return () => h("p", `plain ${line(status.value, data.value)}`);
});

/** Suspends until the session is known. */
const Known = defineComponent({
  async setup() {
    const { status, data } = await useSession().suspense();
    return () => h("p", `known ${line(status.value, data.value)}`);
  },
});

const Page = {
  render: () => [
    h(Plain),
    h(Suspense, undefined, { default: () => h(Known), fallback: () => h("p", "one moment") }),
  ],
};

function createStream() {
  let arrive!: (session: Session | null) => void;
  let fail!: () => void;
  const promise = new Promise<Session | null>((resolve, reject) => {
    arrive = resolve;
    fail = () => reject(new Error("not rendered"));
  });
  return { promise, arrive, fail };
}

/** A page in a simulated browser, with somebody signed in on the server. */
function openPage(
  session: SojournOptions["session"],
  createPage: typeof createApp = createApp,
  html = "",
) {
  const server = createAuthServer({ origin: "https://app.example", user: ada.user as never });
  const world = createMemoryWorld({ fetch: server.fetch });
  const client = createSessionClient({ environment: world.openTab().environment });
  const main = document.createElement("main");
  main.innerHTML = html;
  const app = createPage(Page).use(createSojourn({ client, session }));
  app.mount(main);
  onTestFinished(() => app.unmount());
  return {
    server,
    text: () => main.textContent,
    async pass(ms: number) {
      await world.clock.advance(ms);
      await vi.dynamicImportSettled();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

test("shows loading and the fallback until the session is there, and asks nothing", async () => {
  const { promise, arrive } = createStream();
  const { server, text, pass } = openPage(promise);
  await pass(3000);
  expect(text()).toBe("plain loadingone moment");
  arrive(ada);
  await pass(0);
  expect(text()).toBe(`plain authenticated ${ada.user?.name}known authenticated ${ada.user?.name}`);
  await pass(60_000);
  expect(server.requests).toEqual([]);
});

test("a promise that rejects has the session read", async () => {
  const { promise, fail } = createStream();
  const { server, text, pass } = openPage(promise);
  fail();
  await pass(100);
  await pass(100);
  expect(text()).toContain("plain authenticated");
  expect(text()).toContain("known authenticated");
  expect(server.requests).toHaveLength(1);
});

test("suspends until the server has answered where the page has no session", async () => {
  const { server, text, pass } = openPage(undefined);
  expect(text()).toContain("one moment");
  await pass(100);
  await pass(100);
  expect(text()).toContain("known authenticated");
  expect(server.requests).toHaveLength(1);
});

test("a session is taken as ever", async () => {
  const { server, text, pass } = openPage(null);
  await pass(0);
  expect(text()).toBe("plain unauthenticatedknown unauthenticated");
  await pass(60_000);
  expect(server.requests).toEqual([]);
});

test.each([
  ["a session", ada, `authenticated ${ada.user?.name}`],
  ["null", null, "unauthenticated"],
])(
  "a server waits in the component that suspends, and the browser hydrates without a mismatch: %s",
  async (_, session, shown) => {
    const { window } = globalThis;
    vi.stubGlobal("window", undefined);
    const { promise, arrive } = createStream();
    const rendering = renderToString(createSSRApp(Page).use(createSojourn({ session: promise })));
    arrive(session);
    const html = await rendering;
    vi.stubGlobal("window", window);
    expect(html).toContain("plain loading");
    expect(html).toContain(`known ${shown}`);

    const warn = vi.spyOn(console, "warn");
    const error = vi.spyOn(console, "error");
    const inBrowser = createStream();
    const { server, text, pass } = openPage(inBrowser.promise, createSSRApp, html);
    inBrowser.arrive(session);
    await pass(100);
    expect(text()).toBe(`plain ${shown}known ${shown}`);
    expect(warn.mock.calls.filter(([said]) => !String(said).includes("experimental"))).toEqual([]);
    expect(error).not.toHaveBeenCalled();
    expect(server.requests).toEqual([]);
  },
);
