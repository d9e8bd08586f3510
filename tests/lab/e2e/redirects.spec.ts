import type { Page } from "@playwright/test";
import { expect, test } from "./world.ts";

const EVIL = [
  "javascript:document.title='evil'",
  "data:text/html,<title>evil</title>",
  "blob:http://evil.example/1",
];
const FOREIGN = ["//evil.example/", "https://evil.example/", "\\\\evil.example"];

type Action = "signIn" | "signOut";

/** Tries to be led somewhere, with a page load and without, and tells what came of it. */
function attempt(tab: Page, action: Action, callbackUrl: string): Promise<string[]> {
  return tab.evaluate(
    async ([name, target]) => {
      const { client } = window.lab;
      const credentials = { username: "ada", password: "lovelace" };
      const outcomes: string[] = [];
      for (const redirect of [true, false]) {
        const options = { callbackUrl: target, redirect };
        const call =
          name === "signIn"
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
    },
    [action, callbackUrl] as const,
  );
}

async function expectRefused(tab: Page, action: Action, callbackUrl: string): Promise<void> {
  const url = tab.url();
  const outcomes = await attempt(tab, action, callbackUrl);
  expect(outcomes, callbackUrl).toEqual(["UnsafeRedirectError", "UnsafeRedirectError"]);
  expect(tab.url()).toBe(url);
  await expect(tab).not.toHaveTitle("evil");
}

for (const action of ["signIn", "signOut"] as const) {
  test(`${action}() refuses javascript:, data: and blob:, though the server says so`, async ({
    world,
  }) => {
    const tab = await world.open("/core.html");
    for (const target of EVIL) {
      world.server.leadsTo = target;
      await expectRefused(tab, action, "/");
    }
  });

  test(`${action}() refuses these, and other origins, as callbackUrl without the server's word`, async ({
    world,
  }) => {
    world.server.leadsTo = null;
    const tab = await world.open("/core.html");
    for (const target of [...EVIL, ...FOREIGN]) await expectRefused(tab, action, target);
  });
}
