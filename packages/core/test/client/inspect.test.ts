import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createInspector, createSessionStore, type InspectedStep } from "../../src/index.ts";
import { ada } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";
import { answering, failing } from "../support/faults.ts";

const source = join(import.meta.dirname, "../../src");

function openInspected() {
  const steps: InspectedStep[] = [];
  const inspect = createInspector((step) => steps.push(step));
  const browser = openBrowser({ user: ada, client: { inspect } });
  return { ...browser, steps, client: browser.tabs[0]!.client };
}

/** The place of the read that is under way after a step. */
function stampOf({ state: { fetching } }: InspectedStep): number | undefined {
  return fetching.type === "reading" ? fetching.stamp : undefined;
}

const typesOf = (steps: InspectedStep[]): string[] => steps.map(({ event }) => event.type);

test("each step is reported once, in order, with the state after it and its effects", async () => {
  const { steps, client, advance, finish } = openInspected();
  expect(typesOf(steps)).toEqual(["started"]);
  expect(steps[0]!.event).toMatchObject({ isOnline: true, isVisible: true });
  expect(steps[0]!.state).toMatchObject({ tab: { type: "observed" }, cache: { type: "empty" } });
  expect(steps[0]!.effects.map(([name]) => name)).toEqual(["announce"]);

  await advance(100);
  expect(typesOf(steps)).toEqual(["started", "woke", "answered"]);
  expect(steps[1]!.effects).toEqual([["read", stampOf(steps[1]!), false]]);
  expect(steps[2]!.event).toMatchObject({ session: { user: ada } });
  expect(steps[2]!.state).toMatchObject({
    cache: { session: { user: ada } },
    fetching: { type: "idle" },
  });
  expect(steps[2]!.effects.map(([name]) => name)).toEqual(["signalNextAuth", "announce"]);

  await finish(client.signOut({ redirect: false }));
  expect(typesOf(steps)).toEqual([
    ...["started", "woke", "answered", "mutationStarted", "mutationSettled"],
    // The sign-out is looked at once more.
    ...["mutationStarted", "mutationSettled"],
  ]);
  expect(steps.map(({ event }) => event.now)).toEqual(
    steps.map(({ event }) => event.now).toSorted((a, b) => a - b),
  );
  expect(steps.at(-1)!.state.cache.session).toBeNull();
});

test("a step is data, with errors as objects and without the client's other options", async () => {
  const steps: InspectedStep[] = [];
  const { server, tabs, advance } = openBrowser({
    client: {
      inspect: createInspector((step) => steps.push(step)),
      headers: { Authorization: "s3cret" },
      identify: ({ user }) => user?.id,
      refetchInterval: 60,
    },
  });
  server.fault = failing("GET session", answering(503, { "Retry-After": "7" }));
  await advance(20_000);
  const { client } = tabs[0]!;
  client.setOptions({ refetchInterval: 5, token: "s3cret" } as never);

  expect(structuredClone(steps)).toStrictEqual(steps);
  expect(JSON.stringify(steps)).not.toContain("s3cret");
  const error = { name: "SessionFetchError", code: "http", status: 503, retryAfterMs: 7000 };
  const failed = steps.find(({ event }) => event.type === "failed")!;
  expect(failed.event).toMatchObject({ error });
  const effects = steps.flatMap((it) => it.effects);
  expect(effects).toContainEqual(["error", expect.objectContaining(error)]);
  expect(steps.findLast(({ state }) => state.failure.error)!.state.failure.error).toMatchObject(
    error,
  );
  expect(steps[0]!.state.options).toEqual({ refetchInterval: 60, timeoutMs: 10_000 });
  expect(steps.at(-1)!.event).toHaveProperty("options", { refetchInterval: 5 });
});

test("what a listener does to a step changes nothing", async () => {
  const inspect = createInspector(({ event, state, effects }) => {
    for (const part of [event, state, state.cache.session, ...effects]) {
      if (part) for (const name of Object.keys(part)) Reflect.deleteProperty(part, name);
    }
  });
  const { shown, advance } = openBrowser({ tabs: 2, user: ada, client: { inspect } });
  await advance(1000);
  expect(shown()).toEqual(["Ada", "Ada"]);
});

test("a listener that throws breaks nothing, and is reported", async () => {
  const reasons: unknown[] = [];
  const before = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", (reason) => reasons.push(reason));
  onTestFinished(() => {
    process.removeAllListeners("unhandledRejection");
    for (const listener of before) process.on("unhandledRejection", listener);
  });

  const error = new Error("a listener's");
  const inspect = createInspector(() => {
    throw error;
  });
  const { tabs, shown, advance, finish } = openBrowser({ tabs: 2, user: ada, client: { inspect } });
  await advance(100);
  expect(shown()).toEqual(["Ada", "Ada"]);
  await finish(tabs[0]!.client.signOut({ redirect: false }));
  await advance(100);
  expect(shown()).toEqual(["nobody", "nobody"]);
  await new Promise((resolve) => setTimeout(resolve));
  expect(new Set(reasons)).toEqual(new Set([error]));
});

test("a listener may act: that is the next step", async () => {
  const steps: InspectedStep[] = [];
  const store = createSessionStore({
    environment: openBrowser({ tabs: 0 }).world.openTab({ fetch: () => new Promise(() => {}) })
      .environment,
    inspect: createInspector((step) => {
      steps.push(step);
      if (step.event.type === "started") store.setOptions({ refetchInterval: 5 });
    }),
  });
  store.subscribe(() => {});
  expect(typesOf(steps)).toEqual(["started", "configured"]);
  expect(steps[0]!.state.options.refetchInterval).toBeUndefined();
  expect(steps[1]!.state.options.refetchInterval).toBe(5);
});

test("only the steps of that client are reported", async () => {
  const { steps, open, advance } = openInspected();
  const other = open({ client: { inspect: undefined } });
  await advance(100);
  const { length } = steps;
  other.client.setOptions({ refetchInterval: 5 });
  expect(typesOf(steps)).not.toContain("configured");
  expect(steps).toHaveLength(length);
});

test("only the index and the entry for devtools have the code of inspectors: a bundle has it if it imports it", () => {
  const importers = globSync("**/*.ts", { cwd: source })
    .filter((path) => !path.startsWith("client/inspect/"))
    .filter((path) => readFileSync(join(source, path), "utf8").includes("/inspect/"));
  expect(importers.toSorted()).toEqual(["features/plan.ts", "index.ts"]);
});
