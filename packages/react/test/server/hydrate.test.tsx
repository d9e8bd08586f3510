import { act, render, screen } from "@testing-library/react";
import * as React from "react";
import { renderToString } from "react-dom/server";
import { beforeEach, expect, test, vi } from "vitest";
import * as browser from "../../src/index.ts";
import { openAuthServer } from "../support/auth-server.ts";
import { pass, setVisibility, stopTime } from "../support/page.tsx";
import { ada, grace, sessionOf } from "../support/people.ts";

type Build = (react: typeof browser) => React.ReactElement;

const complaints: unknown[] = [];
const complain = (...args: unknown[]): void => void complaints.push(args);

beforeEach(() => {
  complaints.length = 0;
  vi.spyOn(console, "error").mockImplementation(complain);
});

/** The page as a server renders it, in a place without a window. */
async function renderOnServer(build: Build): Promise<string> {
  vi.resetModules();
  const { window } = globalThis;
  vi.stubGlobal("window", undefined);
  try {
    return renderToString(build(await import("../../src/index.ts")));
  } finally {
    vi.stubGlobal("window", window);
  }
}

/** Renders a page on the server, and lets React take it over in the browser. */
async function renderAndHydrate(
  build: Build,
  beforeHydration: () => void = () => {},
): Promise<string> {
  const html = await renderOnServer(build);
  const container = document.createElement("div");
  container.innerHTML = html;
  document.body.append(container);
  beforeHydration();
  render(build(browser), { container, hydrate: true, onRecoverableError: complain });
  return html;
}

function createPage(session: browser.Session | null | undefined): Build {
  return ({ SessionProvider, useSession }) => {
    function Who(): React.JSX.Element {
      const { data, status } = useSession();
      return <p>{[status, data?.user?.name].join(" ")}</p>;
    }
    return (
      <React.StrictMode>
        <SessionProvider session={session}>
          <Who />
        </SessionProvider>
      </React.StrictMode>
    );
  };
}

test.each([
  ["the session", sessionOf(ada), "authenticated Ada"],
  ["nobody", null, "unauthenticated "],
])("takes over %s without a mismatch and without a request", async (_, session, text) => {
  const server = openAuthServer({ user: ada });
  stopTime();
  const html = await renderAndHydrate(createPage(session));
  expect(html).toBe(`<p>${text}</p>`);
  await pass(60_000);
  expect(document.body.textContent).toBe(text);
  expect(complaints).toEqual([]);
  expect(server.requests).toEqual([]);
});

test("takes over a page that was rendered without the session, and then shows it", async () => {
  const server = openAuthServer({ user: ada });
  const html = await renderAndHydrate(createPage(undefined));
  expect(html).toBe("<p>loading </p>");
  await screen.findByText("authenticated Ada");
  expect(complaints).toEqual([]);
  expect(server.requests).toHaveLength(1);
});

test("takes over what the server rendered without a mismatch, though the session has changed since", async () => {
  openAuthServer({ user: grace });
  // The part in Suspense is hydrated last, when the session is another one already.
  let arrive!: () => void;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  let isHere = true;
  function Late({ children }: { children: React.ReactNode }): React.ReactNode {
    // React 18 has no other way.
    if (!isHere) throw arrived;
    return children;
  }
  const html = await renderAndHydrate(
    ({ SessionProvider, useSession }) => {
      function Who({ label }: { label: string }): React.JSX.Element {
        return <p>{`${label} ${useSession().data?.user?.name}`}</p>;
      }
      return (
        <SessionProvider session={sessionOf(ada)}>
          <Who label="early" />
          <React.Suspense fallback="…">
            <Late>
              <Who label="late" />
            </Late>
          </React.Suspense>
        </SessionProvider>
      );
    },
    () => (isHere = false),
  );
  expect(html).toContain("late Ada");
  await act(() => browser.getSession());
  screen.getByText("early Grace");
  screen.getByText("late Ada");

  isHere = true;
  arrive();
  await screen.findByText("late Grace");
  expect(complaints).toEqual([]);
});

test("asks about a hydrated session on the next focus, once it is 5 s old", async () => {
  const server = openAuthServer({ user: grace });
  stopTime();
  await renderAndHydrate(createPage(sessionOf(ada)));
  await pass(6000);
  act(() => setVisibility("visible"));
  await pass(100);
  screen.getByText("authenticated Grace");
  expect(server.requests).toHaveLength(1);
});

test("renders once a page that shows what the server has rendered", async () => {
  openAuthServer({ user: ada });
  let renders = 0;
  const page: Build = ({ SessionProvider, useSession }) => {
    function Who(): React.JSX.Element {
      renders += 1;
      return <p>{useSession().data?.user?.name}</p>;
    }
    return (
      <SessionProvider session={sessionOf(ada)}>
        <Who />
      </SessionProvider>
    );
  };
  await renderAndHydrate(page, () => {
    renders = 0;
  });
  await screen.findByText("Ada");
  expect(renders).toBe(1);
});
