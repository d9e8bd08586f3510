import { createSessionClient, type Session } from "@sojourn/core";
import { createMemoryWorld } from "@sojourn/core/memory";
import { createAuthServer, createSession } from "@sojourn/testing";
import { createSignal } from "solid-js";
import { render } from "solid-js/web";
import { expect, onTestFinished, test } from "vitest";
import { renderInWorker } from "./support/adapter.tsx";
import { type Given, StreamingPage } from "./support/streaming-page.tsx";

const ada = createSession();
const name = ada.user?.name;

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
function openPage(session: () => Given) {
  const server = createAuthServer({ origin: "https://app.example", user: ada.user as never });
  const world = createMemoryWorld({ fetch: server.fetch });
  const client = createSessionClient({ environment: world.openTab().environment });
  const main = document.createElement("main");
  const dispose = render(() => <StreamingPage client={client} session={session()} />, main);
  onTestFinished(dispose);
  return {
    server,
    text: () => main.textContent,
    async pass(ms: number) {
      await world.clock.advance(ms);
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

test("shows loading and the fallback until the session is there, and asks nothing", async () => {
  const { promise, arrive } = createStream();
  const { server, text, pass } = openPage(() => promise);
  await pass(3000);
  expect(text()).toBe("plain loading undefinedone moment");
  arrive(ada);
  await pass(0);
  expect(text()).toBe(`plain authenticated ${name}known authenticated ${name}`);
  await pass(60_000);
  expect(server.requests).toEqual([]);
});

test("a getter that makes a promise each time is read once", async () => {
  let made = 0;
  const { text, pass } = openPage(() => {
    made += 1;
    return Promise.resolve(ada);
  });
  await pass(0);
  expect(text()).toBe(`plain authenticated ${name}known authenticated ${name}`);
  expect(made).toBe(1);
});

test("a promise that rejects has the session read", async () => {
  const { promise, fail } = createStream();
  const { server, text, pass } = openPage(() => promise);
  fail();
  await pass(100);
  await pass(100);
  expect(text()).toBe(`plain authenticated ${name}known authenticated ${name}`);
  expect(server.requests).toHaveLength(1);
});

test("suspends until the server has answered where the page has no session", async () => {
  const { server, text, pass } = openPage(() => undefined);
  expect(text()).toContain("one moment");
  await pass(100);
  await pass(100);
  expect(text()).toBe(`plain authenticated ${name}known authenticated ${name}`);
  expect(server.requests).toHaveLength(1);
});

test("a later promise shows no fallback, and asks nothing if nothing has changed", async () => {
  const [session, setSession] = createSignal<Given>(Promise.resolve(ada));
  const { server, text, pass } = openPage(session);
  await pass(0);
  const later = createStream();
  setSession(later.promise);
  await pass(100);
  expect(text()).toBe(`plain authenticated ${name}known authenticated ${name}`);
  later.arrive({ ...ada });
  await pass(100);
  expect(text()).toBe(`plain authenticated ${name}known authenticated ${name}`);
  expect(server.requests).toEqual([]);
});

test.each([
  ["a session", ada, `authenticated ${name}`],
  ["null", null, "unauthenticated undefined"],
])("a server waits in the component that suspends: %s", async (_, streamed, shown) => {
  const html = await renderInWorker({ streamed });
  expect(html).toContain("plain loading");
  expect(html).toContain(`known ${shown}`);
  expect(html).not.toContain("one moment");
});
