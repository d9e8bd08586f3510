import { describe, expect, test, vi } from "vitest";
import { SessionFetchError } from "../../src/errors.ts";
import { createSnapshotReader, isSignedOut, statusOf } from "../../src/session/snapshot.ts";
import {
  given,
  mustRevalidate,
  reading,
  withError,
  withPart,
  withSession,
  withStamp,
} from "./given.ts";
import { nobody, states, unknown, user } from "./states.ts";
import { ada, grace, NOW } from "./values.ts";

const later = given(user, withPart("expiry", { expires: new Date(NOW + 1e7).toISOString() }));
/** The same user, read again. It is another state that looks the same. */
const confirmed = given(user, withStamp(NOW));
const error = new SessionFetchError("network");

test.each([
  ["unknown", "loading", false],
  ["nobody", "unauthenticated", true],
  ["user", "authenticated", false],
  ["unknown with an error", "unauthenticated", false],
  ["nobody with an error", "unauthenticated", false],
  ["user with an error", "authenticated", false],
] as const)("%s is %s, and certainly signed out: %s", (name, status, isCertain) => {
  expect(statusOf(states[name])).toBe(status);
  expect(isSignedOut(states[name])).toBe(isCertain);
});

test("a page that must revalidate is loading, until a failure ends it", () => {
  expect(statusOf(given(user, mustRevalidate))).toBe("loading");
  expect(statusOf(given(user, mustRevalidate, withError(error)))).toBe("unauthenticated");
});

describe("a snapshot", () => {
  test.each([
    ["unknown", undefined],
    ["nobody", null],
    ["unknown with an error", null],
  ] as const)("of %s has data %s", (name, data) => {
    expect(createSnapshotReader()(states[name]).data).toBe(data);
  });

  test("has the session with its newest expires, and is frozen, but for the session", () => {
    const snapshot = createSnapshotReader()(later);
    expect(snapshot.data).toEqual({ ...ada, expires: later.expiry.expires });
    expect(Object.isFrozen(snapshot)).toBe(true);
    expect(Object.keys(snapshot)).toContain("isFetching");
  });

  test("stays the same while nothing has changed that was read", () => {
    const read = createSnapshotReader();
    const first = read(user);
    expect(read(given(later, reading(), withStamp(NOW)))).toBe(first);
  });

  test("changes with expires once that was read", () => {
    const read = createSnapshotReader();
    const first = read<{ expires: string }>(user);
    expect(first.data?.expires).toBe(user.expiry.expires);
    const second = read<{ expires: string }>(later);
    expect(second).not.toBe(first);
    expect(second.data?.expires).toBe(later.expiry.expires);
    expect(first.data?.expires).toBe(user.expiry.expires);
  });

  test("keeps what it has while nothing has changed, even if it was read", () => {
    const read = createSnapshotReader();
    const first = read<{ expires: string }>(user);
    expect(first.data?.expires).toBe(user.expiry.expires);
    expect(first.isFetching).toBe(false);
    expect(read(confirmed)).toBe(first);
    const failed = read(given(user, withError(error)));
    expect(failed).not.toBe(first);
    expect(failed.data).toBe(first.data);
  });

  test("changes with isFetching once that was read", () => {
    const read = createSnapshotReader();
    const first = read(user);
    expect(first.isFetching).toBe(false);
    const second = read(given(user, reading()));
    expect(second).not.toBe(first);
    expect(second.isFetching).toBe(true);
    expect(second.data).toBe(first.data);
    expect(first.isFetching).toBe(false);
  });

  test.each([
    ["the session", given(user, withSession(grace))],
    ["the status", nobody],
    ["the error", given(user, withError(error))],
  ])("changes with %s, read or not", (_, next) => {
    const read = createSnapshotReader();
    const first = read(user);
    expect(read(next)).not.toBe(first);
  });

  test("required shows loading in place of unauthenticated, and the error all the same", () => {
    const read = createSnapshotReader();
    const view = { required: true };
    expect(read(nobody, view)).toMatchObject({ status: "loading", data: null });
    const failed = given(unknown, withError(error));
    expect(read(failed, view)).toMatchObject({ status: "loading", error });
    expect(read(user, view).status).toBe("authenticated");
  });

  test("select: an equal result keeps its identity, a new one keeps its equal parts", () => {
    const read = createSnapshotReader();
    const view = (n: number) => ({ select: () => ({ n, list: [1] }) });
    const first = read(user, view(1));
    expect(read(given(user, withSession(grace)), view(1))).toBe(first);
    const second = read(user, view(2));
    expect(second.data).toEqual({ n: 2, list: [1] });
    expect(second.data?.list).toBe(first.data?.list);
  });

  test("select is not called without a session", () => {
    const select = vi.fn<() => number>();
    createSnapshotReader()(nobody, { select });
    createSnapshotReader()(unknown, { select });
    expect(select).not.toHaveBeenCalled();
  });

  test("select may return what is no plain object, and the snapshot stays the same", () => {
    let count = 0;
    const select = (): Date => new Date((count += 1));
    const read = createSnapshotReader();
    const first = read(user, { select });
    expect(read(confirmed, { select })).toBe(first);
    const other = given(user, withSession(grace));
    expect(read(other, { select })).not.toBe(first);
    expect(read(other, { select: () => new Date(0) }).data).toEqual(new Date(0));
  });

  test("select is called once for a session; one that depends on other state has to be a new function", () => {
    let calls = 0;
    const read = createSnapshotReader();
    const select = (): number => (calls += 1);
    expect(read(user, { select }).data).toBe(1);
    expect(read(confirmed, { select }).data).toBe(1);
    expect(read(user, { select: () => "another" }).data).toBe("another");
    expect(read(confirmed, { select }).data).toBe(1);
  });

  test("select may return a value that refers to itself", () => {
    const cycle: Record<string, unknown> = {};
    cycle["self"] = cycle;
    const read = createSnapshotReader();
    expect(read(user, { select: () => ({ ...cycle }) }).data).toHaveProperty("self");
    expect(read(confirmed, { select: () => cycle }).data).toBe(cycle);
  });

  test("select may return NaN, and the snapshot stays the same", () => {
    const read = createSnapshotReader();
    const first = read(user, { select: () => NaN });
    expect(read(confirmed, { select: () => NaN })).toBe(first);
  });
});
