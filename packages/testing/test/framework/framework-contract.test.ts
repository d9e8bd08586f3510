import { describe, expect, test } from "vitest";
import { frameworkContract } from "../../src/adapter-contract.ts";
import { createFakeFramework, type FrameworkDefects } from "./fake-framework.ts";

describe("an app of no framework keeps the contract:", () => {
  for (const { name, run } of frameworkContract(createFakeFramework())) test(name, run);
});

async function findBrokenRules(defects: FrameworkDefects): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, run } of frameworkContract(createFakeFramework(defects))) {
    await run().catch(() => broken.push(name));
  }
  return broken;
}

const defects: [what: string, defects: FrameworkDefects, rule: string][] = [
  ["shares a session among requests", { sharesSession: true }, "server: renders two users"],
  ["leaves the user out of the HTML", { rendersNobody: true }, "server: renders two users"],
  ["may be cached by everybody", { cacheControl: "public" }, "server: lets no shared cache"],
  ["says nothing of caches", { cacheControl: "" }, "server: lets no shared cache"],
  ["fails for garbage", { failsForGarbage: true }, "server: renders nobody for a cookie"],
  ["takes garbage for a user", { trustsGarbage: true }, "server: renders nobody for a cookie"],
  ["warns on hydration", { warnsOnHydration: true }, "hydration: takes over the user"],
  ["asks on hydration", { asksOnHydration: true }, "hydration: takes over nobody"],
  ["shows loading first", { flickers: true }, "hydration: takes over the user"],
  ["loads a document for a link", { loadsDocuments: true }, "navigation: keeps the session"],
  ["asks for each page", { asksOnNavigation: true }, "navigation: keeps the session"],
  ["misses sign-ins", { ignoresChanges: "sign-in" }, "refresh: follows a sign-in"],
  ["misses sign-outs", { ignoresChanges: "sign-out" }, "refresh: follows a sign-out"],
  ["misses updates", { ignoresChanges: "update" }, "refresh: follows an update"],
  ["refreshes twice", { refreshesTwice: true }, "refresh: follows a sign-in"],
  ["keeps pages of another user", { keepsPages: true }, "refresh: follows a sign-out"],
  ["asks in each tab", { asksInEachTab: true }, "refresh: follows a sign-in"],
  ["is never quiet", { neverQuiet: true }, "navigation: keeps the session"],
  ["waits for the session", { waitsForSession: true }, "streaming: shows loading in the shell"],
  ["asks while it streams", { asksWhileStreaming: true }, "streaming: shows loading in the shell"],
];

const unbroken = new Set(frameworkContract(createFakeFramework()).map(({ name }) => name));

test.each(defects)("an app that %s breaks a rule", async (_, defect, rule) => {
  const broken = await findBrokenRules(defect);
  for (const name of broken) unbroken.delete(name);
  expect(broken).toContainEqual(expect.stringContaining(rule));
});

test("there is no rule that none of these break", () => {
  expect([...unbroken]).toEqual([]);
});

test("says what was expected, and what was there instead", async () => {
  const rules = frameworkContract(createFakeFramework({ ignoresChanges: "sign-out" }));
  const rule = rules.find(({ name }) => name.startsWith("refresh: follows a sign-out"));
  await expect(rule?.run()).rejects.toThrow(
    'for whom the server has rendered, after 40 ms: expected "nobody", got "Ada Lovelace"',
  );
});

test("closes the browsers of a rule, also of one that is broken", async () => {
  const fake = createFakeFramework({ warnsOnHydration: true });
  let open = 0;
  const rules = frameworkContract({
    ...fake,
    async openBrowser() {
      const browser = await fake.openBrowser();
      open += 1;
      return { ...browser, close: () => void (open -= 1) };
    },
  });
  for (const { run } of rules) await run().catch(() => {});
  expect(open).toBe(0);
});

test("leaves the rule for streaming out where no page streams", () => {
  const { pages, ...rest } = createFakeFramework();
  const { session, rendered } = pages;
  const names = frameworkContract({ ...rest, pages: { session, rendered } }).map((it) => it.name);
  expect(names.filter((name) => name.startsWith("streaming:"))).toEqual([]);
  expect(names.length).toBeGreaterThan(8);
});
