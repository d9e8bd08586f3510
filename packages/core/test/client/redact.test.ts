import { expect, test } from "vitest";
import { createRecorder, replay, type InspectedStep, type Session } from "../../src/index.ts";
import type { SessionState } from "../../src/session/state/state.ts";
import { given, withCache, withPart } from "../session/given.ts";
import { unknown } from "../session/states.ts";
import { ada, grace, type Person } from "../support/auth-server.ts";
import { openRecorded, send, spendMorning } from "../support/recorded.ts";

test("a redacted recording of three tabs has nothing of a person, and replays to the same effects", async () => {
  const seen: Session[] = [];
  function redact(session: Session): Session {
    seen.push(session);
    const { user, expires } = session;
    return { user: { id: `user ${user?.id}` }, expires };
  }
  const browser = openRecorded(3, { client: { refetchInterval: 10 } }, { redact });
  await spendMorning(browser);
  for (const { recorder, steps } of browser.tabs) {
    const text = JSON.stringify(recorder.recording());
    expect(text).toContain("user 1");
    expect(text).toContain("user 2");
    expect(text).not.toMatch(/Ada|Countess|Grace/);
    const names = (list: InspectedStep[]) => list.map((it) => it.effects.map(([name]) => name));
    expect(names(replay(JSON.parse(text)))).toEqual(names(steps));
  }
  // What is kept is not what is redacted.
  expect(seen.length).toBeGreaterThan(0);
  for (const { client } of browser.tabs)
    expect(client.getSnapshot().data?.user?.name).toBe("Grace");
});

test("a redaction finds each session of a state and of an event, and says which are the same", () => {
  const recorder = createRecorder({
    redact: ({ expires }) => ({ expires }),
  });
  const session = (user: Person, expires: string) => ({ user, expires });
  const answer = { session: session(ada, "2"), serverSession: session(grace, "2") };
  const machine = recorder.inspect((it: SessionState, _event: object) => [it, []]);
  const state: SessionState = {
    ...given(
      unknown,
      withCache({
        session: session(ada, "1"),
        serverSession: session(grace, "1"),
        leftUser: session(ada, "1"),
      }),
      withPart("peers", { deferredAnswer: { session: session(grace, "1"), mutation: 0 } }),
    ),
    handover: {
      type: "refused",
      refusals: 0,
      session: session(ada, "1"),
      server: session(grace, "1"),
    },
  };
  machine(state, { type: "mutationSettled", isUpdate: true, answer });
  machine(state, { type: "messageReceived", announcement: answer });
  const text = JSON.stringify(recorder.recording());
  expect(text).not.toMatch(/Ada|Grace/);
  const variants = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1];
  expect(text.match(/(?<="variant":)\d+/g)?.map(Number)).toEqual(variants);
});

test("a redaction takes from errors what the server has said", async () => {
  const schema = {
    "~standard": {
      version: 1,
      vendor: "test",
      validate: (value: unknown) => ({ issues: [{ message: JSON.stringify(value) }] }),
    },
  } as const;
  const record = async (redact?: (session: Session) => Session) => {
    const { tabs, advance } = openRecorded(1, { user: ada, client: { schema } }, { redact });
    await advance(20_000);
    const recording = tabs[0]!.recorder.recording();
    const replayed = replay(send(recording));
    expect(replayed.at(-1)!.state.failure.error).toMatchObject({ code: "schema", status: 200 });
    return JSON.stringify(recording);
  };
  expect(await record()).toContain("Ada");
  expect(await record((session) => session)).not.toContain("Ada");
});
