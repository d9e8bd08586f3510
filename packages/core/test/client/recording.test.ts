import { expect, test } from "vitest";
import { createRecorder, replay, type Session } from "../../src/index.ts";
import { ada, json } from "../support/auth-server.ts";
import { answering, failing } from "../support/faults.ts";
import { openRecorded, send, spendMorning } from "../support/recorded.ts";

test("a recording of three tabs, sent as JSON, replays to the same states and the same effects, tab by tab", async () => {
  const browser = openRecorded(3, { client: { refetchInterval: 10 } });
  await spendMorning(browser);
  const types = new Set<string>();
  for (const { recorder, steps, client } of browser.tabs) {
    const replayed = replay(send(recorder.recording()));
    expect(replayed).toStrictEqual(steps);
    const { data } = client.getSnapshot();
    expect(replayed.at(-1)!.state).toMatchObject({ cache: { session: { user: data?.user } } });
    for (const { event } of steps) types.add(event.type);
  }
  expect([...types].toSorted()).toEqual([
    ...["answered", "configured", "failed", "focused", "hydrated", "lockDenied"],
    ...["messageReceived", "mutationSettled", "mutationStarted"],
    ...["reconnected", "started", "woke"],
  ]);
});

test("texts, dates and what else a schema makes survive as data", async () => {
  const made = {
    user: { ...ada, since: new Date(0), id: 5n, price: "$5", toString() {} },
    expires: "2026-02-01T00:00:00.000Z",
    nothing: undefined,
    texts: ["$undefined", "$$", "Infinity"],
    numbers: [Infinity, -Infinity, NaN, 1.5],
  };
  const schema = {
    "~standard": { version: 1, vendor: "test", validate: () => ({ value: made as never }) },
  } as const;
  const { tabs, advance } = openRecorded(1, { user: ada, client: { schema } });
  await advance(100);
  const { recorder, steps } = tabs[0]!;
  const replayed = replay(send(recorder.recording()));
  expect(replayed).toStrictEqual(steps);
  expect(replayed.at(-1)!.state.cache.session).toStrictEqual({
    ...made,
    user: { ...ada, since: "1970-01-01T00:00:00.000Z", id: "5", price: "$5", toString: undefined },
  });
});

test("only the newest events are kept, from the state before them", async () => {
  const { tabs, advance } = openRecorded(
    2,
    { user: ada, client: { refetchInterval: 1 } },
    { limit: 5 },
  );
  await advance(60_000);
  for (const { recorder, steps } of tabs) {
    expect(steps.length).toBeGreaterThan(20);
    expect(replay(send(recorder.recording()))).toStrictEqual(steps.slice(-5));
  }
});

test("a replay distinguishes users as the client does, and keeps an error from before", async () => {
  const identify = ({ user }: Session) => user?.email;
  const { server, tabs, advance } = openRecorded(1, { client: { identify } }, { limit: 2 });
  const sessions = ["a@x.example", "b@x.example"].map((email) => ({
    user: { id: "1", email },
    expires: "2026-02-01T00:00:00.000Z",
  }));
  const { client, recorder, steps } = tabs[0]!;
  for (const session of sessions) {
    server.fault = () => json(session);
    await client.getSession();
  }
  const recording = send(recorder.recording());
  expect(replay(recording, { identify })).toStrictEqual(steps.slice(-2));
  expect(replay(recording)).not.toEqual(steps.slice(-2));

  server.fault = failing("GET session", answering(500));
  await advance(30_000);
  await client.getSession();
  await client.getSession();
  const failures = replay(send(recorder.recording()), { identify });
  expect(failures).toStrictEqual(steps.slice(-2));
  expect(failures[0]!.state.failure.error).toMatchObject({ code: "http", status: 500 });
});

test("a recorder without a step has an empty recording", () => {
  expect(replay(send(createRecorder().recording()))).toEqual([]);
});
