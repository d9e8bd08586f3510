import { expectEqual } from "../../contract/expect.ts";
import type { FrameworkUnderTest } from "../framework.ts";
import { nameOf, type FrameworkScene, type FrameworkRules } from "../framework-scene.ts";

/** How often each page is asked for by each of three users, all at once. */
const ROUNDS = 10;

function pathsOf({ pages }: FrameworkUnderTest): string[] {
  return Object.values(pages).filter((path) => path !== undefined);
}

/** Asks for a page, and checks that it names this user and no other one. */
async function expectPageOf(
  { framework }: FrameworkScene,
  path: string,
  cookie: string,
  user: string | null,
): Promise<Response> {
  const response = await framework.fetch(path, { headers: { cookie }, redirect: "manual" });
  const html = await response.text();
  expectEqual(`the status of ${path} for ${nameOf(user)}`, response.status, 200);
  const named = framework.users.filter((name) => html.includes(name));
  expectEqual(`the users in the HTML of ${path} for ${nameOf(user)}`, named, user ? [user] : []);
  return response;
}

async function cookiesOf(scene: FrameworkScene, user: string | null): Promise<string> {
  const browser = await scene.open(user);
  return browser.cookies();
}

/** Rules for the HTML that the server sends. */
export const servers: FrameworkRules = {
  async "server: renders two users and nobody at once, each page for its own user"(scene) {
    const [first, second] = scene.framework.users;
    const people: [user: string | null, cookie: string][] = [
      [first, await cookiesOf(scene, first)],
      [second, await cookiesOf(scene, second)],
      [null, ""],
    ];
    const pages: Promise<Response>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const path of pathsOf(scene.framework)) {
        for (const [user, cookie] of people) pages.push(expectPageOf(scene, path, cookie, user));
      }
    }
    await Promise.all(pages);
  },

  async "server: lets no shared cache keep a page with a user"(scene) {
    const [user] = scene.framework.users;
    const cookie = await cookiesOf(scene, user);
    for (const path of pathsOf(scene.framework)) {
      const { headers } = await expectPageOf(scene, path, cookie, user);
      const directives = headers.get("Cache-Control") ?? "";
      const isKept = !/\b(private|no-store)\b/i.test(directives);
      if (isKept) throw new Error(`${path}: expected private or no-store, got "${directives}"`);
    }
  },

  async "server: renders nobody for a cookie that is garbage"(scene) {
    const cookie = await cookiesOf(scene, scene.framework.users[0]);
    const garbage = cookie.replaceAll(/=[^;]*/g, "=garbage");
    for (const path of pathsOf(scene.framework)) await expectPageOf(scene, path, garbage, null);
  },
};
