import { expect } from "vitest";
import type { Tab } from "../drivers/driver.ts";
import type { Rule } from "./rule.ts";

const EVIL = [
  "javascript:document.title='evil'",
  "data:text/html,<title>evil</title>",
  "blob:http://evil.example/1",
];
const FOREIGN = ["//evil.example/", "https://evil.example/", "\\\\evil.example"];

type Action = "signIn" | "signOut";

/** Runs in a page: tries to be led somewhere, with a page load and without. */
async function attempt(action: Action, callbackUrl: string): Promise<string[]> {
  const { client } = window.lab;
  const outcomes: string[] = [];
  for (const redirect of [true, false]) {
    const options = { callbackUrl, redirect };
    const credentials = { username: "ada", password: "lovelace" };
    const call =
      action === "signIn"
        ? client.signIn("credentials", { ...credentials, ...options })
        : client.signOut(options);
    outcomes.push(
      await call.then(
        () => "led on",
        (error: Error) => error.name,
      ),
    );
  }
  return outcomes;
}

function placeOf(tab: Tab): Promise<string[]> {
  return tab.evaluate(() => [location.href, document.title]);
}

async function expectRefused(tab: Tab, action: Action, callbackUrl: string): Promise<void> {
  const before = await placeOf(tab);
  const outcomes = await tab.evaluate(attempt, action, callbackUrl);
  expect(outcomes, callbackUrl).toEqual(["UnsafeRedirectError", "UnsafeRedirectError"]);
  expect(await placeOf(tab)).toEqual(before);
}

const actions: Action[] = ["signIn", "signOut"];

/** No unsafe address is gone to. */
export const redirects: Rule[] = actions.flatMap((action): Rule[] => [
  {
    name: `${action}() refuses javascript:, data: and blob:, though the server says so`,
    async run({ world }) {
      const tab = await world.open("/core.html");
      for (const target of EVIL) {
        world.server.leadsTo = target;
        await expectRefused(tab, action, "/");
      }
    },
  },
  {
    name: `${action}() refuses these, and other origins, as callbackUrl unless the server has sent them`,
    async run({ world }) {
      world.server.leadsTo = null;
      const tab = await world.open("/core.html");
      for (const target of [...EVIL, ...FOREIGN]) await expectRefused(tab, action, target);
    },
  },
]);
