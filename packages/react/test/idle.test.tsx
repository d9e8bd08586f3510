import { act, cleanup, render, screen } from "@testing-library/react";
import { createMemoryWorld, type MemoryTab, type MemoryWorld } from "@sojourn/core/memory";
import { createSessionClient } from "@sojourn/core";
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useIdle } from "../src/idle.ts";
import { SessionProvider } from "../src/index.ts";
import { ada, sessionOf } from "./support/people.ts";

let world: MemoryWorld;
let tab: MemoryTab;

beforeEach(() => {
  world = createMemoryWorld({
    fetch: async () => new Response(JSON.stringify(sessionOf(ada))),
  });
  tab = world.openTab();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function Notice({ timeout }: { timeout: number }) {
  const idle = useIdle({
    timeout,
    warnBefore: 20,
    events: ["keydown"],
    environment: tab.environment,
  });
  return (
    <button onClick={idle.stay}>
      {idle.status} {idle.status === "warning" && idle.secondsLeft}
    </button>
  );
}

function page(timeout = 60) {
  const client = createSessionClient({ environment: tab.environment, session: sessionOf(ada) });
  const Page = ({ time = timeout }) => (
    <StrictMode>
      <SessionProvider client={client}>
        <Notice timeout={time} />
      </SessionProvider>
    </StrictMode>
  );
  return Page;
}

const pass = (ms: number) => act(() => world.clock.advance(ms));
const shown = () => screen.getByRole("button").textContent;

test("shows the time that is left, and stays when the user says so", async () => {
  const Page = page();
  render(<Page />);
  expect(shown()).toBe("off ");
  await pass(500);
  expect(shown()).toBe("active ");
  await pass(45_000);
  expect(shown()).toMatch(/^warning 1[56]$/);
  act(() => screen.getByRole("button").click());
  expect(shown()).toBe("active ");
});

test("a render with equal options keeps the timer, and other options start another one with the same last activity", async () => {
  const Page = page();
  const { rerender } = render(<Page />);
  await pass(45_000);
  rerender(<Page />);
  expect(shown()).toMatch(/^warning 1[56]$/);
  rerender(<Page time={600} />);
  expect(shown()).toBe("active ");
  await pass(545_000);
  expect(shown()).toMatch(/^warning \d+$/);
});

test("options that make no sense are named as they were given", () => {
  const Page = page(Infinity);
  vi.spyOn(console, "error").mockImplementation(() => {});
  expect(() => render(<Page />)).toThrow("timeout is Infinity");
});

test("ends with its component", async () => {
  const Page = page();
  const { unmount } = render(<Page />);
  await pass(500);
  unmount();
  await pass(2000);
  expect(world.clock.pendingTimers()).toBe(0);
  expect(tab.listenerCount()).toBe(0);
});

test("on a server it is off", () => {
  const Page = page();
  expect(renderToString(<Page />)).toContain("off");
});
