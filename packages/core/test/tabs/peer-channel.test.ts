import { expect, test, vi } from "vitest";
import { createServerEnvironment } from "../../src/environment/server.ts";
import type { Announcement } from "../../src/session/announcement.ts";
import type { SessionBase } from "../../src/types/session.ts";
import { PROTOCOL } from "../../src/tabs/parse-announcement.ts";
import { createPeerChannel, type ParsePeerSession } from "../../src/tabs/peer-channel.ts";
import { given, updating, withFailures, withMutation } from "../session/given.ts";
import { unknown, user } from "../session/states.ts";
import { announcementOf } from "../session/step.ts";
import { ada, NOW } from "../session/values.ts";

const NAME = "sojourn:/api/auth";

function openChannel(carriesData: boolean, parse?: ParsePeerSession) {
  const posted: object[] = [];
  const received: Announcement[] = [];
  const counts = { opened: 0, closed: 0 };
  let receive: (message: unknown) => void = () => {};
  const server = createServerEnvironment();
  const environment = {
    ...server,
    now: () => NOW,
    openTabChannel: (name: string, onMessage: (message: unknown) => void) => {
      if (name !== NAME) return server.openTabChannel(name, onMessage);
      counts.opened += 1;
      receive = onMessage;
      const post = (message: object): void => void posted.push(message);
      return { carriesData, post, close: () => void (counts.closed += 1) };
    },
  };
  const channel = createPeerChannel(environment, NAME, parse, (input) => {
    if (input.type === "messageReceived") received.push(input.announcement);
  });
  channel.open();
  return { channel, posted, received, counts, receive: (it: unknown) => receive(it) };
}

const answer = (mutation = 0) => announcementOf("answer", given(user, withMutation(mutation)));

test("a channel carries everything, with the protocol", () => {
  const { channel, posted } = openChannel(true);
  channel.announce(answer(), false);
  expect(posted).toEqual([{ ...answer(), sojourn: PROTOCOL }]);
});

test("a session that does not fit is received as a change, without the session", async () => {
  const { received, receive } = openChannel(true, () => Promise.reject(new Error("does not fit")));
  receive({ ...answer(NOW), sojourn: PROTOCOL });
  await vi.waitFor(() => expect(received).toHaveLength(1));
  expect(received).toMatchObject([{ type: "changed", mutation: NOW }]);
  expect(received[0]).not.toHaveProperty("session");
  // The answer alone causes no read: peers poll, and this tab polls itself.
  expect(received).toMatchObject([{ stamp: 0 }]);
});

test("a session is received as parsed by this tab's schema, together with the server session", async () => {
  const { received, receive } = openChannel(true, async (session) => ({
    ...session,
    role: "admin",
  }));
  receive({ ...answer(NOW), sojourn: PROTOCOL });
  receive({ ...answer(NOW), session: null, sojourn: PROTOCOL });
  await vi.waitFor(() => expect(received).toHaveLength(2));
  // The order of the announcements is kept.
  expect(received).toMatchObject([
    { session: { role: "admin" }, serverSession: ada },
    { session: null },
  ]);
});

test("a schema parses answers only, and without a schema all is received at once, and once", async () => {
  const failed = given(user, withFailures(1));
  const failure = { ...announcementOf("failure", failed), sojourn: PROTOCOL };
  const strict = openChannel(true, () => Promise.reject(new Error("does not fit")));
  strict.receive(failure);
  await vi.waitFor(() => expect(strict.received).toHaveLength(1));
  expect(strict.received).toMatchObject([{ type: "failure", session: ada }]);
  const plain = openChannel(true);
  plain.receive(failure);
  expect(plain.received).toHaveLength(1);
  await new Promise((resolve) => setImmediate(resolve));
  expect(plain.received).toHaveLength(1);
});

test("a mutation waits for no schema, and is received again after the announcements before it", async () => {
  let finish: (session: SessionBase) => void = () => {};
  const parsed = new Promise<SessionBase>((resolve) => (finish = resolve));
  const { received, receive } = openChannel(true, () => parsed);
  receive({ ...answer(NOW), sojourn: PROTOCOL });
  const mutating = given(unknown, updating, withMutation(NOW + 1));
  receive({ ...announcementOf("mutating", mutating), sojourn: PROTOCOL });
  expect(received.map(({ type }) => type)).toEqual(["mutating"]);
  finish(ada);
  await vi.waitFor(() => expect(received).toHaveLength(3));
  expect(received.map(({ type }) => type)).toEqual(["mutating", "answer", "mutating"]);
});

test("a closed channel receives nothing more, however long a schema takes", async () => {
  const { channel, received, receive } = openChannel(true, async (session) => session);
  receive({ ...answer(NOW), sojourn: PROTOCOL });
  channel.close();
  // When all promises have settled.
  await new Promise((resolve) => setImmediate(resolve));
  expect(received).toEqual([]);
});

test("without a channel, no session data is posted", () => {
  const { channel, posted } = openChannel(false);
  for (const type of ["answer", "failure", "mutating", "changed"] as const) {
    const state = given(user, withMutation(NOW + posted.length));
    channel.announce(announcementOf(type, state), true);
  }
  expect(posted).toHaveLength(4);
  const text = JSON.stringify(posted);
  expect(text).not.toContain("Ada");
  expect(text).not.toContain(ada.expires);
  expect(posted.map((it) => (it as Announcement).type)).toEqual([
    ...["changed", "changed", "mutating", "changed"],
  ]);
});

test("without a channel, what is posted is parsed after it was JSON", () => {
  const sender = openChannel(false);
  const receiver = openChannel(false);
  sender.channel.announce(answer(NOW), true);
  receiver.receive(JSON.parse(JSON.stringify(sender.posted[0])));
  expect(receiver.received).toMatchObject([{ type: "changed", mutation: NOW }]);
});

test("without a channel, only what is urgent is posted", () => {
  const { channel, posted } = openChannel(false);
  channel.announce(answer(), false);
  expect(posted).toHaveLength(0);
  channel.announce(answer(5), true);
  expect(posted).toHaveLength(1);
});

test("a closed channel posts nothing", () => {
  const { channel, posted } = openChannel(true);
  channel.close();
  channel.announce(answer(5), true);
  expect(posted).toHaveLength(0);
});

test("opens one channel however often it is opened, and closes it once", () => {
  const { channel, counts } = openChannel(true);
  channel.open();
  channel.close();
  channel.close();
  expect(counts).toEqual({ opened: 1, closed: 1 });
  channel.open();
  expect(counts.opened).toBe(2);
});

test("drops what does not fit", () => {
  const { received, receive } = openChannel(true);
  for (const message of [undefined, "x", {}, { ...answer(), sojourn: 2 }]) receive(message);
  expect(received).toEqual([]);
});
