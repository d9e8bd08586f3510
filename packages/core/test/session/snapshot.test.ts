import { describe, expect, test, vi } from "vitest";
import { SessionFetchError } from "../../src/errors.ts";
import { createSnapshotReader, isSignedOut, statusOf } from "../../src/session/snapshot.ts";
import { grace, nobody, NOW, READING, stateOf, states, unknown, user } from "./states.ts";

const later = { ...user, expires: new Date(NOW + 1e7).toISOString() };
const error = new SessionFetchError("network");

test.each([
  ["unknown", "loading", false],
  ["nobody", "unauthenticated", true],
  ["user", "authenticated", false],
  ["unknown with an error", "unauthenticated", false],
  ["nobody with an error", "unauthenticated", false],
  ["user with an error", "authenticated", false],
])("%s is %s, and certainly signed out: %s", (name, status, isCertain) => {
  expect(statusOf(stateOf(states[name]))).toBe(status);
  expect(isSignedOut(stateOf(states[name]))).toBe(isCertain);
});

test("a page that must revalidate is loading, until a failure ends it", () => {
  expect(statusOf(stateOf({ ...user, mustRevalidate: true }))).toBe("loading");
  expect(statusOf(stateOf({ ...user, mustRevalidate: true, error }))).toBe("unauthenticated");
});

describe("a snapshot", () => {
  test.each([
    ["unknown", undefined],
    ["nobody", null],
    ["unknown with an error", null],
  ])("of %s has data %s", (name, data) => {
    expect(createSnapshotReader()(stateOf(states[name])).data).toBe(data);
  });

  test("has the session with its newest expires, and is frozen, but for the session", () => {
    const snapshot = createSnapshotReader()(stateOf(later));
    expect(snapshot.data).toEqual({ ...user.session, expires: later.expires });
    expect(Object.isFrozen(snapshot)).toBe(true);
    expect(Object.keys(snapshot)).toContain("isFetching");
  });

  test("stays the same while nothing has changed that was read", () => {
    const read = createSnapshotReader();
    const first = read(stateOf(user));
    expect(read(stateOf({ ...later, reading: READING, stamp: NOW }))).toBe(first);
  });

  test("changes with expires once that was read", () => {
    const read = createSnapshotReader();
    const first = read<{ expires: string }>(stateOf(user));
    expect(first.data?.expires).toBe(user.expires);
    const second = read<{ expires: string }>(stateOf(later));
    expect(second).not.toBe(first);
    expect(second.data?.expires).toBe(later.expires);
    expect(first.data?.expires).toBe(user.expires);
  });

  test("keeps what it has while nothing has changed, even if it was read", () => {
    const read = createSnapshotReader();
    const first = read<{ expires: string }>(stateOf(user));
    expect(first.data?.expires).toBe(user.expires);
    expect(first.isFetching).toBe(false);
    expect(read(stateOf({ ...user, stamp: NOW }))).toBe(first);
    const failed = read(stateOf({ ...user, error }));
    expect(failed).not.toBe(first);
    expect(failed.data).toBe(first.data);
  });

  test("changes with isFetching once that was read", () => {
    const read = createSnapshotReader();
    const first = read(stateOf(user));
    expect(first.isFetching).toBe(false);
    const second = read(stateOf({ ...user, reading: READING }));
    expect(second).not.toBe(first);
    expect(second.isFetching).toBe(true);
    expect(second.data).toBe(first.data);
    expect(first.isFetching).toBe(false);
  });

  test.each([
    ["the session", { ...user, session: grace }],
    ["the status", nobody],
    ["the error", { ...user, error }],
  ])("changes with %s, read or not", (_, next) => {
    const read = createSnapshotReader();
    const first = read(stateOf(user));
    expect(read(stateOf(next))).not.toBe(first);
  });

  test("required shows loading in place of unauthenticated, and the error all the same", () => {
    const read = createSnapshotReader();
    const view = { required: true };
    expect(read(stateOf(nobody), view)).toMatchObject({ status: "loading", data: null });
    const failed = stateOf({ ...unknown, error });
    expect(read(failed, view)).toMatchObject({ status: "loading", error });
    expect(read(stateOf(user), view).status).toBe("authenticated");
  });

  test("select: an equal result keeps its identity, a new one keeps its equal parts", () => {
    const read = createSnapshotReader();
    const view = (n: number) => ({ select: () => ({ n, list: [1] }) });
    const first = read(stateOf(user), view(1));
    expect(read(stateOf({ ...user, session: grace }), view(1))).toBe(first);
    const second = read(stateOf(user), view(2));
    expect(second.data).toEqual({ n: 2, list: [1] });
    expect(second.data?.list).toBe(first.data?.list);
  });

  test("select is not called without a session", () => {
    const select = vi.fn<() => number>();
    createSnapshotReader()(stateOf(nobody), { select });
    createSnapshotReader()(stateOf(unknown), { select });
    expect(select).not.toHaveBeenCalled();
  });

  test("select may return what is no plain object, and the snapshot stays the same", () => {
    let count = 0;
    const select = (): Date => new Date((count += 1));
    const read = createSnapshotReader();
    const first = read(stateOf(user), { select });
    expect(read(stateOf(user), { select })).toBe(first);
    const other = { ...user, session: grace };
    expect(read(stateOf(other), { select })).not.toBe(first);
    expect(read(stateOf(other), { select: () => new Date(0) }).data).toEqual(new Date(0));
  });

  test("select is called once for a session; one that depends on other state has to be a new function", () => {
    let calls = 0;
    const read = createSnapshotReader();
    const select = (): number => (calls += 1);
    expect(read(stateOf(user), { select }).data).toBe(1);
    expect(read(stateOf(user), { select }).data).toBe(1);
    expect(read(stateOf(user), { select: () => "another" }).data).toBe("another");
    expect(read(stateOf(user), { select }).data).toBe(1);
  });

  test("select may return a value that refers to itself", () => {
    const cycle: Record<string, unknown> = {};
    cycle["self"] = cycle;
    const read = createSnapshotReader();
    expect(read(stateOf(user), { select: () => ({ ...cycle }) }).data).toHaveProperty("self");
    expect(read(stateOf(user), { select: () => cycle }).data).toBe(cycle);
  });

  test("select may return NaN, and the snapshot stays the same", () => {
    const read = createSnapshotReader();
    const first = read(stateOf(user), { select: () => NaN });
    expect(read(stateOf(user), { select: () => NaN })).toBe(first);
  });
});
