import { expect, test, vi } from "vitest";
import { createServerEnvironment } from "../../src/environment/server.ts";
import type { Announcement } from "../../src/session/announcement.ts";
import type { SessionBase } from "../../src/types/session.ts";
import { PROTOCOL } from "../../src/tabs/parse-announcement.ts";
import { createPeerChannel, type ParsePeerSession } from "../../src/tabs/peer-channel.ts";
import { ada, NOW, announcementOf, user } from "../session/states.ts";

function openLine(carriesData: boolean, parse?: ParsePeerSession) {
  const posted: object[] = [];
  const heard: Announcement[] = [];
  const counts = { opened: 0, closed: 0 };
  let receive: (message: unknown) => void = () => {};
  const server = createServerEnvironment();
  const environment = {
    ...server,
    now: () => NOW,
    openTabChannel: (name: string, onMessage: (message: unknown) => void) => {
      if (name !== "line") return server.openTabChannel(name, onMessage);
      counts.opened += 1;
      receive = onMessage;
      const post = (message: object): void => void posted.push(message);
      return { carriesData, post, close: () => void (counts.closed += 1) };
    },
  };
  const line = createPeerChannel(environment, "line", parse, (input) => {
    if (input.type === "messageReceived") heard.push(input.announcement);
  });
  line.open();
  return { line, posted, heard, counts, receive: (it: unknown) => receive(it) };
}

const answer = (mutation = 0) => announcementOf("answer", { ...user, mutation });

test("a channel carries everything, with the protocol", () => {
  const { line, posted } = openLine(true);
  line.announce(answer(), false);
  expect(posted).toEqual([{ ...answer(), sojourn: PROTOCOL }]);
});

test("a session that does not fit is heard of as a change, and not shown", async () => {
  const { heard, receive } = openLine(true, () => Promise.reject(new Error("does not fit")));
  receive({ ...answer(NOW), sojourn: PROTOCOL });
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  expect(heard).toMatchObject([{ type: "changed", session: undefined, mutation: NOW }]);
  // The answer alone is no reason to ask: other tabs poll, and this one polls itself.
  expect(heard).toMatchObject([{ stamp: 0 }]);
});

test("a session is heard as this tab's schema makes it, and kept as it came", async () => {
  const { heard, receive } = openLine(true, async (session) => ({ ...session, role: "admin" }));
  receive({ ...answer(NOW), sojourn: PROTOCOL });
  receive({ ...answer(NOW), session: null, sojourn: PROTOCOL });
  await vi.waitFor(() => expect(heard).toHaveLength(2));
  // In the order in which they were announcementOf.
  expect(heard).toMatchObject([
    { session: { role: "admin" }, serverSession: ada },
    { session: null },
  ]);
});

test("a schema is asked about answers only, and without one all is heard at once, and once", async () => {
  const failure = { ...announcementOf("failure", { ...user, failures: 1 }), sojourn: PROTOCOL };
  const strict = openLine(true, () => Promise.reject(new Error("does not fit")));
  strict.receive(failure);
  await vi.waitFor(() => expect(strict.heard).toHaveLength(1));
  expect(strict.heard).toMatchObject([{ type: "failure", session: ada }]);
  const plain = openLine(true);
  plain.receive(failure);
  expect(plain.heard).toHaveLength(1);
  await new Promise((resolve) => setImmediate(resolve));
  expect(plain.heard).toHaveLength(1);
});

test("a mutation waits for no schema, and is heard again after what was announcementOf before it", async () => {
  let finish: (session: SessionBase) => void = () => {};
  const parsed = new Promise<SessionBase>((resolve) => (finish = resolve));
  const { heard, receive } = openLine(true, () => parsed);
  receive({ ...answer(NOW), sojourn: PROTOCOL });
  receive({ ...announcementOf("mutating", { mutation: NOW + 1, mutating: 1 }), sojourn: PROTOCOL });
  expect(heard.map(({ type }) => type)).toEqual(["mutating"]);
  finish(ada);
  await vi.waitFor(() => expect(heard).toHaveLength(3));
  expect(heard.map(({ type }) => type)).toEqual(["mutating", "answer", "mutating"]);
});

test("a line that is closed hears nothing more, however long a schema takes", async () => {
  const { line, heard, receive } = openLine(true, async (session) => session);
  receive({ ...answer(NOW), sojourn: PROTOCOL });
  line.close();
  // When all promises have settled.
  await new Promise((resolve) => setImmediate(resolve));
  expect(heard).toEqual([]);
});

test("without a channel, no session data is posted", () => {
  const { line, posted } = openLine(false);
  for (const type of ["answer", "failure", "mutating", "changed"] as const) {
    line.announce(announcementOf(type, { ...user, mutation: NOW + posted.length }), true);
  }
  expect(posted).toHaveLength(4);
  const text = JSON.stringify(posted);
  expect(text).not.toContain("Ada");
  expect(text).not.toContain(ada.expires);
  expect(posted.map((it) => (it as Announcement).type)).toEqual([
    ...["changed", "changed", "mutating", "changed"],
  ]);
});

test("without a channel, what is posted is understood after it was JSON", () => {
  const sender = openLine(false);
  const receiver = openLine(false);
  sender.line.announce(answer(NOW), true);
  receiver.receive(JSON.parse(JSON.stringify(sender.posted[0])));
  expect(receiver.heard).toMatchObject([{ type: "changed", mutation: NOW }]);
});

test("without a channel, only what is urgent is posted", () => {
  const { line, posted } = openLine(false);
  line.announce(answer(), false);
  expect(posted).toHaveLength(0);
  line.announce(answer(5), true);
  expect(posted).toHaveLength(1);
});

test("a closed line posts nothing", () => {
  const { line, posted } = openLine(true);
  line.close();
  line.announce(answer(5), true);
  expect(posted).toHaveLength(0);
});

test("opens one channel however often it is opened, and closes it once", () => {
  const { line, counts } = openLine(true);
  line.open();
  line.close();
  line.close();
  expect(counts).toEqual({ opened: 1, closed: 1 });
  line.open();
  expect(counts.opened).toBe(2);
});

test("drops what does not fit", () => {
  const { heard, receive } = openLine(true);
  for (const message of [undefined, "x", {}, { ...answer(), sojourn: 2 }]) receive(message);
  expect(heard).toEqual([]);
});
