import { expect, test } from "vitest";
import { ada } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";
import { answering, failing } from "../support/faults.ts";

test("the same failure again shows nothing new, and another one does", async () => {
  const { server, tabs, advance } = openBrowser({ user: ada, client: { refetchInterval: 1 } });
  await advance(100);
  const { client, events } = tabs[0]!;
  server.fault = failing("GET session", answering(503));
  await advance(30_000);
  const snapshot = client.getSnapshot();
  const failures = events.length;
  expect(failures).toBeGreaterThan(1);
  await advance(120_000);
  expect(events.length).toBeGreaterThan(failures);
  expect(client.getSnapshot()).toBe(snapshot);
  server.fault = failing("GET session", answering(500));
  await advance(120_000);
  expect(client.getSnapshot().error).toMatchObject({ status: 500 });
});
