import { act, render, screen } from "@testing-library/react";
import * as React from "react";
import { Writable } from "node:stream";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { getSession } from "../../src/index.ts";
import * as browser from "../../src/streaming.ts";
import { openAuthServer } from "../support/auth-server.ts";
import { pass, stopTime } from "../support/page.tsx";
import { ada, grace, sessionOf } from "../support/people.ts";
import { createStream } from "../support/stream.ts";

type Streaming = typeof browser;
type Session = React.ComponentProps<Streaming["SessionProvider"]>["session"];

const complaints: unknown[] = [];
const { window } = globalThis;

beforeEach(() => {
  complaints.length = 0;
  vi.spyOn(console, "error").mockImplementation((...args) => void complaints.push(args));
});
afterEach(() => vi.stubGlobal("window", window));

/** A page with a shell, a component that waits for nothing, and one that suspends. */
function createPage({ SessionProvider, useSession }: Streaming, session: Session) {
  function Plain(): React.JSX.Element {
    const { status, data } = useSession();
    return <p>{`plain ${status} ${data?.user?.name ?? ""}`}</p>;
  }
  function Known(): React.JSX.Element {
    const { status, data } = useSession({ suspense: true });
    return <p>{`known ${status} ${data?.user?.name ?? ""}`}</p>;
  }
  return (
    <main>
      <SessionProvider session={session}>
        <h1>Shell</h1>
        <Plain />
        <React.Suspense fallback={<p>one moment</p>}>
          <Known />
        </React.Suspense>
      </SessionProvider>
    </main>
  );
}

/** What all copies of the package in one program share. A server is another program. */
const shared = Symbol.for("@sojourn/react 3");

/** The package as a server loads it: modules of their own, without a window. */
async function importOnServer(): Promise<Streaming> {
  const inBrowser: unknown = Reflect.get(globalThis, shared);
  Reflect.deleteProperty(globalThis, shared);
  vi.resetModules();
  vi.stubGlobal("window", undefined);
  const server = await import("../../src/streaming.ts");
  Reflect.set(globalThis, shared, inBrowser);
  return server;
}

/** Starts to answer a request. `html` grows as React streams; `end` resolves when it is whole. */
function answer(element: React.ReactElement) {
  const response = { html: "", errors: [] as unknown[], end: Promise.resolve() };
  response.end = new Promise((resolve) => {
    const sink = new Writable({
      write(chunk: Buffer, _, done) {
        response.html += chunk.toString();
        done();
      },
      final(done) {
        resolve();
        done();
      },
    });
    const { pipe } = renderToPipeableStream(element, {
      onShellReady: () => void pipe(sink),
      onError: (error) => void response.errors.push(error),
    });
  });
  return response;
}

/** Puts HTML into the document as a browser does, with the scripts that React has streamed. */
function open(html: string): HTMLElement {
  const container = document.createElement("div");
  document.body.append(container);
  const scripts = /<script>([\s\S]*?)<\/script>/g;
  container.innerHTML = html.replace(scripts, "");
  for (const [, code = ""] of html.matchAll(scripts)) {
    const script = document.createElement("script");
    script.textContent = code;
    document.body.append(script);
  }
  return container;
}

async function flush(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

test("the shell comes first, then the user, and neither makes a request", async () => {
  const server = openAuthServer({ user: ada });
  const { promise, arrive } = createStream();
  const response = answer(createPage(await importOnServer(), promise));
  await flush();
  expect(response.html).toContain("<h1>Shell</h1>");
  expect(response.html).toContain("plain loading");
  expect(response.html).toContain("one moment");
  expect(response.html).not.toContain("Ada");
  arrive(sessionOf(ada));
  await response.end;
  expect(response.html).toContain("known authenticated Ada");
  expect(response.errors).toEqual([]);
  expect(server.requests).toEqual([]);
});

test("what was streamed hydrates without a mismatch, and asks nothing", async () => {
  const server = openAuthServer({ user: ada });
  const stream = createStream();
  const response = answer(createPage(await importOnServer(), stream.promise));
  stream.arrive(sessionOf(ada));
  await response.end;
  vi.stubGlobal("window", window);
  const html = response.html.replace(/^<main>|<\/main>$/g, "");
  const container = open(response.html);
  expect(html).toContain("known authenticated Ada");
  stopTime();
  const arrived = createStream();
  const onRecoverableError = (error: unknown): void => void complaints.push(error);
  const page = createPage(browser, arrived.promise);
  render(page, { container, hydrate: true, onRecoverableError });
  await act(() => pass(2000));
  screen.getByText("plain loading");
  arrived.arrive(sessionOf(ada));
  await act(() => pass(2000));
  screen.getByText("plain authenticated Ada");
  screen.getByText("known authenticated Ada");
  await act(() => pass(60_000));
  expect(complaints).toEqual([]);
  expect(server.requests).toEqual([]);
});

test("hydrates without a mismatch although the user has changed since", async () => {
  const server = openAuthServer({ user: grace });
  const rendered = await importOnServer();
  const response = answer(createPage(rendered, Promise.resolve(sessionOf(ada))));
  await response.end;
  vi.stubGlobal("window", window);
  const container = open(response.html);
  const arrived = createStream();
  const onRecoverableError = (error: unknown): void => void complaints.push(error);
  render(createPage(browser, arrived.promise), { container, hydrate: true, onRecoverableError });
  await act(() => getSession());
  await act(async () => arrived.arrive(sessionOf(ada)));
  await screen.findByText("known authenticated Grace");
  screen.getByText("plain authenticated Grace");
  expect(complaints).toEqual([]);
  expect(server.count("GET session")).toBeLessThanOrEqual(2);
});

test("a promise that rejects leaves the part that suspends to the browser, and ends no process", async () => {
  const unhandled = vi.fn<(error: unknown) => void>();
  process.on("unhandledRejection", unhandled);
  openAuthServer({ user: ada });
  const { promise, fail } = createStream();
  const response = answer(createPage(await importOnServer(), promise));
  await flush();
  fail();
  await response.end;
  await flush();
  process.off("unhandledRejection", unhandled);
  expect(response.html).toContain("plain loading");
  expect(response.html).not.toContain("known");
  expect(response.errors).toEqual([
    expect.objectContaining({ message: expect.stringContaining("suspense") }),
  ]);
  expect(unhandled).not.toHaveBeenCalled();
});

test("a rejected promise that no component suspends for ends no process", async () => {
  const unhandled = vi.fn<(error: unknown) => void>();
  process.on("unhandledRejection", unhandled);
  const { SessionProvider } = await importOnServer();
  const { promise, fail } = createStream();
  renderToString(
    <SessionProvider session={promise}>
      <p>content</p>
    </SessionProvider>,
  );
  fail();
  await flush();
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

test("a server without a session leaves the part that suspends to the browser", async () => {
  const server = openAuthServer({ user: ada });
  const response = answer(createPage(await importOnServer(), undefined));
  await response.end;
  expect(response.html).toContain("one moment");
  expect(server.requests).toEqual([]);
});

test("two requests at once do not mix their sessions", async () => {
  const server = await importOnServer();
  const streams = [createStream(), createStream()];
  const [first, second] = streams.map(({ promise }) => answer(createPage(server, promise)));
  streams[1]!.arrive(sessionOf(grace));
  streams[0]!.arrive(sessionOf(ada));
  await Promise.all([first!.end, second!.end]);
  expect(first!.html.match(/Ada|Grace/g)).toEqual(["Ada"]);
  expect(second!.html.match(/Ada|Grace/g)).toEqual(["Grace"]);
});
