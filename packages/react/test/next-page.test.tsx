import { cleanup, render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { SessionProvider } from "../src/index.ts";
import { openAuthServer } from "./support/auth-server.ts";
import { Who } from "./support/page.tsx";
import { ada, grace } from "./support/people.ts";

// As suites of apps do it: no waiting, and nothing stubbed, between one page and the next.

function renderPage(): void {
  render(
    <SessionProvider>
      <Who />
    </SessionProvider>,
  );
}

/** Waits until all that was posted before has arrived: messages of one window keep their order. */
async function passMessages(): Promise<void> {
  const [sender, receiver] = [new BroadcastChannel("order"), new BroadcastChannel("order")];
  const arrival = new Promise((resolve) => receiver.addEventListener("message", resolve));
  sender.postMessage("after all others");
  await arrival;
  for (const channel of [sender, receiver]) channel.close();
}

test("a page that comes after another in the same window asks its own server", async () => {
  const first = openAuthServer({ user: ada });
  renderPage();
  await screen.findByText("authenticated Ada");
  cleanup();
  const second = openAuthServer({ user: grace });
  renderPage();
  await screen.findByText("authenticated Grace");
  expect(screen.queryByText("authenticated Ada")).toBeNull();
  expect([first.requests.length, second.requests.length]).toEqual([1, 1]);
});

test("what the page before had asked is not shown to the next", async () => {
  let answer = (): void => {};
  const first = openAuthServer({ user: ada });
  first.fault = () =>
    new Promise((resolve) => {
      answer = () => resolve(Response.json({ user: ada, expires: "2099-01-01T00:00:00.000Z" }));
    });
  renderPage();
  await expect.poll(() => first.requests.length).toBe(1);
  cleanup();
  openAuthServer({ user: null });
  renderPage();
  await screen.findByText("unauthenticated");
  answer();
  await passMessages();
  screen.getByText("unauthenticated");
});
