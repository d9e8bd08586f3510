import { createRecorder } from "@sojourn/core";
import { render, screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { SessionProvider } from "../src/index.ts";
import { openAuthServer } from "./support/auth-server.ts";
import { pass, stopTime, Who } from "./support/page.tsx";
import { ada, sessionOf } from "./support/people.ts";

const MINUTE_MS = 60_000;

describe.each([
  ["StrictMode", { reactStrictMode: true }],
  ["production's single mount", { reactStrictMode: false }],
])("in %s", (_, mode) => {
  test("a session that the page came with costs no request", async () => {
    const server = openAuthServer({ user: ada });
    stopTime();
    render(
      <SessionProvider session={sessionOf(ada)}>
        <Who />
      </SessionProvider>,
      mode,
    );
    await pass(MINUTE_MS);
    screen.getByText("authenticated Ada");
    expect(server.requests).toEqual([]);
  });

  test("a page rendered without a session costs no request", async () => {
    const server = openAuthServer({ user: ada });
    stopTime();
    render(
      <SessionProvider session={null}>
        <Who />
      </SessionProvider>,
      mode,
    );
    await pass(MINUTE_MS);
    screen.getByText("unauthenticated");
    expect(server.requests).toEqual([]);
  });

  test("many components cost one request", async () => {
    const server = openAuthServer({ user: ada });
    stopTime();
    const readers = Array.from({ length: 100 }, (__, index) => <Who key={index} />);
    render(<SessionProvider>{readers}</SessionProvider>, mode);
    await pass(MINUTE_MS);
    expect(screen.getAllByText("authenticated Ada")).toHaveLength(100);
    expect(server.requests).toHaveLength(1);
  });

  test("a component that mounts later costs no request", async () => {
    const server = openAuthServer({ user: ada });
    stopTime();
    const page = (count: number): React.JSX.Element => (
      <SessionProvider>
        {Array.from({ length: count }, (__, index) => (
          <Who key={index} label={`#${index}`} />
        ))}
      </SessionProvider>
    );
    const { rerender } = render(page(1), mode);
    await pass(MINUTE_MS);
    rerender(page(2));
    screen.getByText("#1 authenticated Ada");
    await pass(MINUTE_MS);
    expect(server.requests).toHaveLength(1);
  });

  test("a page on which nobody reads the session makes no request, until somebody does", async () => {
    const server = openAuthServer({ user: ada });
    stopTime();
    const { rerender } = render(
      <SessionProvider refetchInterval={1}>nobody</SessionProvider>,
      mode,
    );
    await pass(MINUTE_MS);
    expect(server.requests).toEqual([]);

    rerender(
      <SessionProvider>
        <Who />
      </SessionProvider>,
    );
    await pass(MINUTE_MS);
    screen.getByText("authenticated Ada");
    expect(server.requests).toHaveLength(1);
  });
});

test.each([
  "cool-app/auth",
  "/cool-app/auth",
  "/cool-app/auth/",
  "http://localhost:3000/cool-app/auth",
])("asks under basePath %s", async (basePath) => {
  openAuthServer({ basePath: "/cool-app/auth", user: ada });
  render(
    <SessionProvider basePath={basePath}>
      <Who />
    </SessionProvider>,
  );
  await screen.findByText("authenticated Ada");
});

test("asks the origin of baseUrl, with credentials", async () => {
  openAuthServer({ origin: "https://auth.example", user: ada });
  const fetch = vi.spyOn(globalThis, "fetch");
  render(
    <SessionProvider baseUrl="https://auth.example">
      <Who />
    </SessionProvider>,
  );
  await screen.findByText("authenticated Ada");
  expect(fetch).toHaveBeenCalledExactlyOnceWith(
    "https://auth.example/api/auth/session",
    expect.objectContaining({ credentials: "include" }),
  );
});

test("asks another server when basePath changes", async () => {
  openAuthServer({ basePath: "/one", user: ada });
  openAuthServer({ basePath: "/two" });
  const page = (basePath: string): React.JSX.Element => (
    <SessionProvider basePath={basePath}>
      <Who />
    </SessionProvider>
  );
  const { rerender } = render(page("/one"));
  await screen.findByText("authenticated Ada");
  rerender(page("/two"));
  screen.getByText("loading");
  await screen.findByText("unauthenticated");
});

test("the provider's client sends its requests by `fetch`, and `inspect` receives its steps", async () => {
  const server = openAuthServer({ user: ada });
  const requested: string[] = [];
  const send = (url: string, init: RequestInit): Promise<Response> => {
    requested.push(url);
    return server.fetch(new URL(url, server.url), init);
  };
  const recorder = createRecorder();
  render(
    <SessionProvider fetch={send} inspect={recorder.inspect}>
      <Who />
    </SessionProvider>,
  );
  await screen.findByText("authenticated Ada");
  expect(requested).toEqual(["/api/auth/session"]);
  expect(recorder.recording().events.at(-1)).toMatchObject({ type: "answered" });
});
