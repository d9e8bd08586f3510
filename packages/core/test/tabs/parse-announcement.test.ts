import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAnnouncement, PROTOCOL } from "../../src/tabs/parse-announcement.ts";
import { nobody, unknown, user } from "../session/states.ts";
import { announcementOf } from "../session/step.ts";
import { NOW } from "../session/values.ts";

const types = [...["hello", "answer", "failure", "mutating", "unchanged", "changed"]] as Parameters<
  typeof announcementOf
>[0][];
const valid = { ...announcementOf("answer", user), sojourn: PROTOCOL };
const DAY_MS = 24 * 3_600_000;

test.each(types)("%s is parsed as it was created, after it was copied", (type) => {
  for (const state of [unknown, nobody, user]) {
    const announcement = announcementOf(type, state);
    const message = structuredClone({
      ...announcement,
      sojourn: PROTOCOL,
      serverSession: {},
      other: 1,
    });
    expect(parseAnnouncement(message, NOW)).toEqual(announcement);
  }
});

describe("is rejected:", () => {
  const numbers = ["sentAt", "stamp", "mutation", "failures", "readAt", "expiresAt"];
  const notNumbers = [undefined, null, NaN, "1", "", true, {}, [], [1], new Date(0)];
  const rows: [string, unknown[]][] = [
    ["sojourn", [undefined, 0, 2, "1", true, null, [1]]],
    [
      "type",
      [
        undefined,
        null,
        "",
        "Answer",
        "answers",
        "answer ",
        "an answer",
        "constructor",
        1,
        {},
        ["answer"],
      ],
    ],
    ["isForAnother", [undefined, null, 0, 1, "", "true", {}]],
    ["session", ["Ada", 1, true, [], [valid.session]]],
    ...numbers.map((name): [string, unknown[]] => [name, notNumbers]),
  ];
  test.each(rows)("anything else as %s", (name, values) => {
    for (const value of values) {
      expect(parseAnnouncement({ ...valid, [name]: value }, NOW), String(value)).toBeUndefined();
    }
  });

  test.each([
    ["sentAt", 31 * DAY_MS, 3 * DAY_MS],
    ["stamp", 61_000, 59_000],
    ["mutation", 61_000, 59_000],
  ])("a %s %d ms ahead", (name, refusedMs, takenMs) => {
    expect(parseAnnouncement({ ...valid, [name]: NOW + refusedMs }, NOW)).toBeUndefined();
    expect(parseAnnouncement({ ...valid, [name]: Infinity }, NOW)).toBeUndefined();
    expect(parseAnnouncement({ ...valid, [name]: NOW + takenMs }, NOW)).toBeDefined();
  });

  test("but not the announcement of a tab whose clock and stamps are days ahead", () => {
    const later = NOW + 3 * DAY_MS;
    const ahead = { ...valid, sentAt: later, stamp: later, mutation: later };
    expect(parseAnnouncement(ahead, NOW)).toBeDefined();
  });

  test("garbage of any shape, and it does not throw", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withMap: true, withSet: true }), (it) => {
        expect(parseAnnouncement(it, NOW)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  test("a valid one with any field made garbage, unless it fits there too", () => {
    const names = Object.keys(valid).filter((name) => !/session|code|status/.test(name));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.anything({ maxDepth: 0 }), (name, value) => {
        fc.pre(typeof value !== typeof valid[name as keyof typeof valid]);
        fc.pre(typeof value !== "number" && !(value instanceof Object));
        expect(parseAnnouncement({ ...valid, [name]: value }, NOW)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });
});

test.each([
  [
    { code: "evil", status: 200 },
    { code: undefined, status: 200 },
  ],
  [
    { code: "http", status: 503 },
    { code: "http", status: 503 },
  ],
  [
    { code: ["http"], status: "503" },
    { code: undefined, status: undefined },
  ],
  [
    { code: 1, status: 1e9 },
    { code: undefined, status: undefined },
  ],
  [
    { code: "http", status: 99.5 },
    { code: "http", status: undefined },
  ],
  [{ expiresAt: NOW + 1e15 }, { expiresAt: Infinity }],
  [{ expiresAt: NOW - 1e6 }, { expiresAt: NOW }],
])("%j is parsed as %j", (claimed, expected) => {
  expect(parseAnnouncement({ ...valid, ...claimed }, NOW)).toMatchObject(expected);
});

test("unknown fields of a message are dropped", () => {
  const message = { ...valid, serverSession: { secret: 1 }, options: {}, isObserved: false };
  const announcement = parseAnnouncement(message, NOW);
  expect(announcement).not.toHaveProperty("serverSession");
  expect(announcement).not.toHaveProperty("options");
});
