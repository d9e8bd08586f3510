import { act, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { SessionProvider, type SessionProviderProps } from "../src/index.ts";
import { openAuthServer } from "./support/auth-server.ts";
import { pass, setVisibility, stopTime, Who } from "./support/page.tsx";
import { ada, grace, sessionOf } from "./support/people.ts";

const MINUTE_MS = 60_000;

beforeEach(stopTime);

function page(props: SessionProviderProps): React.JSX.Element {
  return (
    <SessionProvider session={signedIn} {...props}>
      <Who />
    </SessionProvider>
  );
}

const strict = { reactStrictMode: true };
const signedIn = sessionOf(ada);

/** Leaves the page for so long, and comes back. */
async function lookAway(ms: number): Promise<void> {
  act(() => setVisibility("hidden"));
  await pass(ms);
  act(() => setVisibility("visible"));
  await pass(100);
}

describe("refetchInterval", () => {
  test("polls so often, in seconds, give or take a tenth", async () => {
    const server = openAuthServer({ user: ada });
    render(page({ refetchInterval: 10 }), strict);
    await pass(8900);
    expect(server.requests).toHaveLength(0);
    await pass(2200);
    expect(server.requests).toHaveLength(1);
    await pass(10 * MINUTE_MS);
    expect(server.requests.length).toBeGreaterThanOrEqual(55);
    expect(server.requests.length).toBeLessThanOrEqual(68);
  });

  test("shows what it has learnt", async () => {
    const server = openAuthServer({ user: grace });
    render(page({ refetchInterval: 10 }), strict);
    await pass(12_000);
    screen.getByText("authenticated Grace");
    server.user = null;
    await pass(12_000);
    screen.getByText("unauthenticated");
  });

  test("0, and its absence, never polls", async () => {
    const server = openAuthServer({ user: ada });
    const { rerender } = render(page({ refetchInterval: 0 }), strict);
    await pass(60 * MINUTE_MS);
    rerender(page({}));
    await pass(60 * MINUTE_MS);
    expect(server.requests).toEqual([]);
  });

  test("can be changed while it runs", async () => {
    const server = openAuthServer({ user: ada });
    const { rerender } = render(page({ refetchInterval: 3600 }), strict);
    await pass(MINUTE_MS);
    expect(server.requests).toHaveLength(0);
    rerender(page({ refetchInterval: 10 }));
    await pass(MINUTE_MS);
    const polls = server.requests.length;
    expect(polls).toBeGreaterThanOrEqual(5);
    rerender(page({ refetchInterval: 0 }));
    await pass(10 * MINUTE_MS);
    expect(server.requests).toHaveLength(polls);
  });

  test("costs nothing for those who are not signed in", async () => {
    const server = openAuthServer();
    render(page({ session: null, refetchInterval: 10 }), strict);
    await pass(10 * MINUTE_MS);
    expect(server.requests).toEqual([]);
  });

  test("polls on in a hidden page, since polling keeps a session from expiring", async () => {
    const server = openAuthServer({ user: ada });
    render(page({ refetchInterval: 10 }), strict);
    act(() => setVisibility("hidden"));
    await pass(MINUTE_MS);
    expect(server.requests.length).toBeGreaterThanOrEqual(5);
  });

  test.each([undefined, false])("rests while offline (refetchWhenOffline: %s)", async (value) => {
    const server = openAuthServer({ user: ada });
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    render(page({ refetchInterval: 10, refetchWhenOffline: value }), strict);
    await pass(MINUTE_MS);
    expect(server.requests).toEqual([]);
  });

  test("polls on while offline with refetchWhenOffline", async () => {
    const server = openAuthServer({ user: ada });
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    render(page({ refetchInterval: 10, refetchWhenOffline: true }), strict);
    await pass(MINUTE_MS);
    expect(server.requests.length).toBeGreaterThanOrEqual(5);
  });
});

describe("refetchOnWindowFocus", () => {
  test.each([undefined, true])(
    "asks when the page is seen again (%s)",
    async (refetchOnWindowFocus) => {
      const server = openAuthServer({ user: grace });
      render(page({ refetchOnWindowFocus }), strict);
      await lookAway(MINUTE_MS);
      screen.getByText("authenticated Grace");
      expect(server.requests).toHaveLength(1);
    },
  );

  test("false leaves the page alone", async () => {
    const server = openAuthServer({ user: grace });
    render(page({ refetchOnWindowFocus: false }), strict);
    await lookAway(MINUTE_MS);
    screen.getByText("authenticated Ada");
    expect(server.requests).toEqual([]);
  });

  test("can be changed while it runs", async () => {
    const server = openAuthServer({ user: ada });
    const { rerender } = render(page({ refetchOnWindowFocus: false }), strict);
    rerender(page({ refetchOnWindowFocus: true }));
    await lookAway(MINUTE_MS);
    expect(server.requests).toHaveLength(1);
    rerender(page({ refetchOnWindowFocus: false }));
    await lookAway(MINUTE_MS);
    expect(server.requests).toHaveLength(1);
  });

  test("does not ask when what is known is younger than 5 s", async () => {
    const server = openAuthServer({ user: ada });
    render(page({ session: undefined }), strict);
    await pass(1000);
    for (let look = 0; look < 5; look += 1) await lookAway(500);
    expect(server.requests).toHaveLength(1);
  });

  test("costs nothing for those who are not signed in", async () => {
    const server = openAuthServer();
    render(page({ session: null }), strict);
    await lookAway(MINUTE_MS);
    expect(server.requests).toEqual([]);
  });
});
