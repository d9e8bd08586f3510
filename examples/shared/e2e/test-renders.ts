import { expect, test } from "./test.ts";
import type { User } from "./user.ts";

/** Registers that a server never mixes up those whom it renders for. @param paths four that name their user */
export function testRenders(paths: readonly [string, string, string, string]): void {
  test("200 renders at once never show one user another's name", async ({
    user,
    another,
    baseURL,
  }) => {
    test.setTimeout(90_000);
    await user.signInBehindTheScenes("ada");
    await another.signInBehindTheScenes("grace");
    const people = [
      { cookie: await cookiesOf(user), name: "Ada Lovelace" },
      { cookie: await cookiesOf(another), name: "Grace Hopper" },
      { cookie: "", name: null },
    ];
    const renders = paths.flatMap((path) =>
      Array.from({ length: 50 }, (_, index) => ({ path, ...people[index % people.length]! })),
    );

    const shown = await Promise.all(
      renders.map(async ({ path, cookie, name }) => {
        const html = await (await fetch(`${baseURL}${path}`, { headers: { cookie } })).text();
        return { path, name, names: html.match(/Ada Lovelace|Grace Hopper/g) ?? [] };
      }),
    );

    expect(shown).toHaveLength(200);
    for (const { path, name, names } of shown)
      expect([...new Set(names)], path).toEqual(name ? [name] : []);
  });
}

async function cookiesOf({ context }: User): Promise<string> {
  const cookies = await context.cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}
