import { expectEqual } from "../../contract/expect.ts";
import type { FrameworkUnderTest } from "../framework.ts";
import { nameOf, type Visit, type VisitRules } from "../visit.ts";

/** How often each page is asked for by each of three users, all at once. */
const ROUNDS = 10;

function pathsOf({ pages }: FrameworkUnderTest): string[] {
  return Object.values(pages).filter((path) => path !== undefined);
}

/** Asks for a page, and checks that it names this user and no other one. */
async function expectPageOf(
  { framework }: Visit,
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

async function cookiesOf(visit: Visit, user: string | null): Promise<string> {
  const browser = await visit.open(user);
  return browser.cookies();
}

/** Rules for the HTML that the server sends. */
export const servers: VisitRules = {
  async "server: renders two users and nobody at once, each page for its own user"(visit) {
    const [first, second] = visit.framework.users;
    const people: [user: string | null, cookie: string][] = [
      [first, await cookiesOf(visit, first)],
      [second, await cookiesOf(visit, second)],
      [null, ""],
    ];
    const pages: Promise<Response>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const path of pathsOf(visit.framework)) {
        for (const [user, cookie] of people) pages.push(expectPageOf(visit, path, cookie, user));
      }
    }
    await Promise.all(pages);
  },

  async "server: lets no shared cache keep a page with a user"(visit) {
    const [user] = visit.framework.users;
    const cookie = await cookiesOf(visit, user);
    for (const path of pathsOf(visit.framework)) {
      const { headers } = await expectPageOf(visit, path, cookie, user);
      const directives = headers.get("Cache-Control") ?? "";
      const isKept = !/\b(private|no-store)\b/i.test(directives);
      if (isKept) throw new Error(`${path}: expected private or no-store, got "${directives}"`);
    }
  },

  async "server: renders nobody for a cookie that is garbage"(visit) {
    const cookie = await cookiesOf(visit, visit.framework.users[0]);
    const garbage = cookie.replaceAll(/=[^;]*/g, "=garbage");
    for (const path of pathsOf(visit.framework)) await expectPageOf(visit, path, garbage, null);
  },
};
