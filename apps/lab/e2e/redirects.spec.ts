import { expect, test, type World } from "./world.ts";

const EVIL = [
  "javascript:document.title='evil'",
  "data:text/html,evil",
  "blob:http://evil.example/1",
];
const FOREIGN = ["//evil.example/", "https://evil.example/", "\\\\evil.example"];

interface Attempt {
  action: "signIn" | "signOut";
  redirect: boolean;
  callbackUrl: string;
}

/** Tries to be led somewhere, and tells what came of it. */
async function attempt(world: World, attempted: Attempt): Promise<string> {
  const tab = await world.open("/pages/core.html");
  const { url } = { url: tab.url() };
  const outcome = await tab.evaluate(async ({ action, ...options }) => {
    const { client } = window.lab;
    const credentials = { username: "ada", password: "lovelace" };
    try {
      await (action === "signIn"
        ? client.signIn("credentials", { ...credentials, ...options })
        : client.signOut(options));
      return "led on";
    } catch (error) {
      return (error as Error).name;
    }
  }, attempted);
  await expect(tab).not.toHaveTitle("evil");
  expect(tab.url()).toBe(url);
  await tab.close();
  return outcome;
}

for (const action of ["signIn", "signOut"] as const) {
  for (const redirect of [true, false]) {
    const call = `${action}({ redirect: ${redirect} })`;

    test(`${call} refuses javascript:, data: and blob:, though the server says so`, async ({
      world,
    }) => {
      for (const target of EVIL) {
        world.server.leadsTo = target;
        const outcome = await attempt(world, { action, redirect, callbackUrl: "/" });
        expect(outcome, target).toBe("UnsafeRedirectError");
      }
    });

    test(`${call} refuses those and other origins as callbackUrl without the server's word`, async ({
      world,
    }) => {
      world.server.leadsTo = null;
      for (const target of [...EVIL, ...FOREIGN]) {
        const outcome = await attempt(world, { action, redirect, callbackUrl: target });
        expect(outcome, target).toBe("UnsafeRedirectError");
      }
    });
  }
}
