import { expect, test } from "vitest";
import { type Files, findingsOf, move } from "./support/app.ts";

const files: Files = {
  "package.json": `{ "dependencies": { "next-auth": "4" }, "devDependencies": { "vitest": "4" } }`,
  "a.ts": `import { useSession } from "next-auth/react"; useSession();\n`,
};
const inlined = (text: string, path = "vitest.config.ts"): string =>
  move({ ...files, [path]: text })[path] ?? "";

/** Settings with our client at «». */
const changed: [string, string][] = [
  ["a name", `export default { test: { server: { deps: { inline: ["next-auth"«, "@"»] } } } };`],
  [
    "a name among others",
    `export default { test: { server: { deps: { inline: ['a', 'next-auth'«, '@'», 'b'] } } } };`,
  ],
  [
    "a list of lines",
    `export default {\n  test: {\n    server: {\n      deps: {\n        inline: [\n          "next-auth"«,\n          "@"»,\n        ],\n      },\n    },\n  },\n};\n`,
  ],
  [
    "a regular expression",
    `export default { test: { server: { deps: { inline: [/next-auth/«, "@"»] } } } };`,
  ],
  [
    "one of a path",
    String.raw`import a from 'a'; export default { test: { server: { deps: { inline: [/\/next-auth\//«, '@'», "a"] } } } };`,
  ],
  [
    "the place of older versions",
    `export default { test: { deps: { inline: ["next-auth"«, "@"»] } } };`,
  ],
  [
    "a project",
    `export default { test: { projects: [{ test: { server: { deps: { inline: ["next-auth"«, "@"»] } } } }] } };`,
  ],
  [
    "what Vite does not leave to Node",
    `export default { ssr: { noExternal: ["next-auth"«, "@"»] } };`,
  ],
  [
    "the same, alone",
    `export default { ssr: { noExternal: «["next-auth", "@"]»«-"next-auth"» } };`,
  ],
];

test.each(changed)("our client is inlined beside next-auth: %s", (_, marked) => {
  const before = marked.replaceAll(/«(?!-)[^]*?»/g, "").replaceAll(/«-([^]*?)»/g, "$1");
  const after = marked
    .replaceAll(/«-[^]*?»/g, "")
    .replaceAll(/[«»]/g, "")
    .replaceAll(/(["'])@\1/g, "$1@sojourn/react$1");
  expect(inlined(before)).toBe(after);
});

test.each([
  `export default { test: { server: { deps: { inline: true } } } };`,
  `export default { test: { server: { deps: { inline: [/node_modules/, "other"] } } } };`,
  `export default { test: { server: { deps: { inline: ["next-auth", "@sojourn/react"] } } } };`,
  `export default { test: { server: { deps: { inline: ["next-auth", /@sojourn/] } } } };`,
  `export default { test: { server: { deps: { external: ["next-auth"] } }, inline: ["next-auth"] } };`,
  `export default { test: { deps: { optimizer: { web: { include: ["next-auth"] } } } } };`,
  `export default { optimizeDeps: { include: ["next-auth"] } };`,
])("stays as it is: %s", (text) => {
  expect(inlined(text)).toBe(text);
});

test("what names the client itself is renamed, and no more", () => {
  const text = String.raw`export default { test: { server: { deps: { inline: ["next-auth", "next-auth/react", /next-auth\/react/] } } } };`;
  expect(inlined(text)).toBe(text.replaceAll(/next-auth(\\?\/react)/g, "@sojourn$1"));
});

test("nothing is added where no Vitest is, or nobody who uses the client", () => {
  const ssr = `export default { ssr: { noExternal: ["next-auth"] } };`;
  const inline = `import "vitest/config"; export default { test: { server: { deps: { inline: ["next-auth"] } } } };`;
  const others = {
    "package.json": "{}",
    "web/package.json": `{ "dependencies": { "next-auth": "4" } }`,
    "web/a.ts": files["a.ts"] ?? "",
    "web/vite.config.ts": ssr,
    "api/package.json": `{ "dependencies": { "next-auth": "4" } }`,
    "api/vitest.config.ts": inline,
  };
  expect(move(others)).toMatchObject({ "web/vite.config.ts": ssr, "api/vitest.config.ts": inline });
});

test("spies need no look where Vitest inlines the client, but assignments do", () => {
  const spies = {
    ...files,
    "a.test.ts": `import * as nextAuth from "next-auth/react";\nimport { vi } from "vitest";\nvi.spyOn(nextAuth, "signIn");\nObject.defineProperty(nextAuth, "signIn", {});\nnextAuth.signIn = vi.fn();\n`,
  };
  const found = (more: Files): string[] => findingsOf({ ...spies, ...more });
  const lines = (...all: number[]): string[] => all.map((it) => `replaced-export a.test.ts:${it}`);
  expect(found({})).toEqual(lines(3, 4, 5));
  for (const name of ["next-auth", "@sojourn/react"]) {
    const text = `export default { test: { server: { deps: { inline: ["${name}"] } } } };`;
    expect(found({ "vitest.config.ts": text })).toEqual(lines(5));
    expect(found({ "other/vitest.config.ts": text, "other/package.json": "{}" })).toEqual(
      lines(3, 4, 5),
    );
  }
});
