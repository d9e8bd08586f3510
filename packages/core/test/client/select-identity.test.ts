import { expect, test } from "vitest";
import { ada } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";

const selections: [string, () => unknown][] = [
  ["a field that is not there", () => ({ image: undefined })],
  ["an empty object", () => ({})],
  ["an empty list", () => []],
  ["nested parts", () => ({ a: [{ b: null }], c: { d: 1 } })],
  ["nothing", () => undefined],
];

test.each(selections)("a selection of %s is the same object each time", async (_, select) => {
  const { tabs, advance } = openBrowser({ user: ada });
  await advance(100);
  const observer = tabs[0]!.client.observe();
  const snapshot = observer.getSnapshot({ select });
  expect(snapshot.data).toEqual(select());
  expect(observer.getSnapshot({ select })).toBe(snapshot);
});

test("a selection that is no plain data is never taken for an older one", async () => {
  const { tabs, advance } = openBrowser({ user: ada });
  await advance(100);
  const observer = tabs[0]!.client.observe();
  const rights = new Set(["read"]);
  observer.getSnapshot({ select: () => ({ rights }) });
  const more = new Set(["read", "write"]);
  expect(observer.getSnapshot({ select: () => ({ rights: more }) }).data).toEqual({ rights: more });
});
