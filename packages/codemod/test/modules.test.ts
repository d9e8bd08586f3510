import { describe, expect, test } from "vitest";
import { findingsOf, move, moveFile } from "./support/app.ts";

/** Texts with the module at «»: before it is next-auth's, afterwards ours. */
const places: [string, string, string[]][] = [
  [
    "imports and exports",
    "a.tsx",
    [
      `import { useSession } from «"next-auth/react"»;`,
      `import * as nextAuth from «'next-auth/react'»`,
      `import «"next-auth/react"»;`,
      `import type { SessionContextValue } from «"next-auth/react"»;`,
      `import { type SessionProviderProps, signIn } from «"next-auth/react"»;`,
      `export { signIn } from «"next-auth/react"»;`,
      `export * from «"next-auth/react"»;`,
      `export type { SignInOptions } from «"next-auth/react"»;`,
      `const it = await import(«"next-auth/react"»);`,
      "const it = await import(«`next-auth/react`»);",
      `const Provider = lazy(() => import(/* webpackPrefetch: true */ «'next-auth/react'»));`,
      `type All = typeof import(«"next-auth/react"»);`,
      `let context: import(«"next-auth/react"»).SessionContextValue<true>;`,
    ],
  ],
  [
    "stubs, which declare the whole module",
    "types/auth.d.ts",
    [
      `declare module «"next-auth/react"»;`,
      `declare module «"next-auth/react"» { export const useSession: any; }`,
      `declare module «"next-auth/react"» { import { A } from "a"; export function useSession(): A; }`,
      `declare module "other" { export = A; }\ndeclare module «"next-auth/react"»;`,
    ],
  ],
  [
    "CommonJS",
    "a.cts",
    [
      `import nextAuth = require(«"next-auth/react"»);`,
      `const { signIn } = require(«'next-auth/react'») as typeof import(«'next-auth/react'»);`,
      `const path = require.resolve(«"next-auth/react"»);`,
      `const url = import.meta.resolve(«"next-auth/react"»);`,
    ],
  ],
  [
    "JSDoc and references",
    "a.js",
    [
      `/** @type {import(«"next-auth/react"»).SessionProviderProps} */\nexport let props;`,
      `/**\n * @import { SignInOptions } from «'next-auth/react'»\n */`,
      `/// <reference types=«"next-auth/react"» />`,
      `/** @param {ReturnType<typeof import(«'next-auth/react'»).useSession>} it */\nfunction f(it) {}`,
    ],
  ],
  [
    "mocks",
    "a.test.tsx",
    [
      `jest.mock(«"next-auth/react"»);`,
      `jest.mock("react").mock(«"next-auth/react"», () => ({ useSession: jest.fn() }));`,
      `jest.doMock(«"next-auth/react"»); jest.dontMock(«"next-auth/react"»);`,
      `jest.unmock(«"next-auth/react"»); jest.setMock(«"next-auth/react"», {});`,
      `jest.mock(«"next-auth/react"», () => ({ ...jest.requireActual(«"next-auth/react"») }));`,
      `const { useSession } = jest.requireMock<typeof import(«"next-auth/react"»)>(«"next-auth/react"»);`,
      `const it = jest.createMockFromModule(«"next-auth/react"»);`,
      `jest.unstable_mockModule(«"next-auth/react"», () => ({}));`,
      `vi.mock(«"next-auth/react"», { spy: true }); vi.doMock(«"next-auth/react"»);`,
      `vi.mock(import(«"next-auth/react"»), async (original) => ({ ...(await original()) }));`,
      `vi.unmock(«"next-auth/react"»); vi.doUnmock(«"next-auth/react"»);`,
      `const it = await vi.importActual<typeof import(«"next-auth/react"»)>(«"next-auth/react"»);`,
      `const it = await vi.importMock(«"next-auth/react"»);`,
      `const it = await vi.hoisted(() => import(«"next-auth/react"»));`,
      `const it = vi.hoisted(() => ({ path: require.resolve(«"next-auth/react"») }));`,
      `mock.module(«"next-auth/react"», () => ({})); t.mock.module(«"next-auth/react"», {});`,
      `proxyquire("./a", { «"next-auth/react"»: { useSession: () => ({ data: null }) } });`,
      `sb.mock(import(«"next-auth/react"»));`,
    ],
  ],
];

const before = (text: string): string => text.replaceAll(/[«»]/g, "");
const after = (text: string): string =>
  before(text.replaceAll(/(?<=«.)next-auth\/react/g, "@sojourn/react"));

describe.each(places)("%s", (_, path, texts) => {
  test.each(texts)("%s", (text) => {
    expect(moveFile(path, before(text))).toBe(after(text));
  });
});

test.each([
  `import { signIn } from "next-auth/webauthn";`,
  `jest.mock("next-auth/webauthn");`,
  `const it = await import('next-auth/webauthn')`,
])("passkeys are in a package of their own: %s", (text) => {
  expect(moveFile("a.ts", text)).toBe(
    text.replace("next-auth/webauthn", "@sojourn/webauthn/react"),
  );
});

test.each([
  `import NextAuth, { getServerSession } from "next-auth"; import { getToken } from "next-auth/jwt";`,
  `import { unstable_getServerSession } from "next-auth/next"; export { default } from "next-auth/middleware";`,
  `import Google from "next-auth/providers/google"; import "next-auth/react/extra"; import "my-next-auth/react";`,
  `declare module "next-auth" { interface Session { id: string } }`,
  `jest.mock("next-auth"); jest.mock("next-auth/jwt");`,
  `// jest.mock("next-auth/react")\n/* import("next-auth/react") */ const a = 1;`,
  `const text = "next-auth/react"; console.log("next-auth/react", <p>next-auth/react</p>);`,
  `Promise.resolve("next-auth/react"); cache.module("next-auth/react"); const re = /next-auth\\/react/;`,
])("leaves alone: %s", (text) => {
  expect(moveFile("a.tsx", text)).toBe(text);
});

test.each([
  [
    "a.d.ts",
    `import "next-auth/react";\n`,
    `declare module "next-auth/react" { interface SignInResponse { code?: string } }`,
  ],
  ["a.d.ts", `export {};\n`, `declare module 'next-auth/react' { function useSession(): A; }`],
  ["a.d.ts", `import A = require("a");\n`, `declare module "next-auth/react" { interface B {} }`],
  ["a.mts", `export {};\n`, `declare module "next-auth/webauthn" { interface B {} }`],
  ["vitest.setup.ts", `export {};\n`, `declare module "next-auth/react" { interface B {} }`],
])("an augmentation stays, for next-auth's types hold: %s: %s%s", (path, head, text) => {
  const files = { [path]: head + text, "package.json": `{ "dependencies": { "next-auth": "4" } }` };
  expect(move(files)[path]).toBe(head.replace("next-auth/react", "@sojourn/react") + text);
  const needs = head.includes("next-auth/react");
  expect(move(files)["package.json"]?.includes("@sojourn/react")).toBe(needs);
  expect(findingsOf(files)).toEqual([]);
});

test.each([
  ["a.ts", `const a = <any>b; @Injectable() class C { constructor(@Inject() private d: D) {} }`],
  ["a.ts", `@logged export class A { accessor b = 1; }`],
  ["a.js", `@logged class A { render() { return <p />; } }`],
  ["a.js", `// @flow\nimport type { A } from "./a"; const f = (a: ?A): void => {};`],
  ["a.js", `const a = <div {...props}>{children}</div>;`],
  ["a.cjs", `with (a) { b(); } return;`],
  [
    "a.mts",
    `using a = open(); await using b = open(); import c from "./c.json" with { type: "json" };`,
  ],
  ["a.d.ts", `export function f(a: string): void; export const b: number;`],
  ["a.jsx", `export default () => <></>;`],
])("reads what it does not know: %s: %s", (path, text) => {
  const call = path.endsWith(".d.ts")
    ? `export type A = import("next-auth/react").SignInOptions;`
    : `jest.mock("next-auth/react");`;
  expect(moveFile(path, `${text}\n${call}\n`)).toBe(
    `${text}\n${call.replace("next-auth/react", "@sojourn/react")}\n`,
  );
});

test("keeps every other character", () => {
  const text = `#!/usr/bin/env node\r\n"use client"\r\n\r\n\timport  {useSession ,signIn}from'next-auth/react' ;; // why\r\n   \r\nconst a="ä😀" `;
  const moved = text.replace("next-auth/react", "@sojourn/react");
  expect(moveFile("a.mjs", text)).toBe(moved);
  expect(moveFile("a.mjs", text.slice(text.indexOf('"use')))).toBe(
    moved.slice(moved.indexOf('"use')),
  );
});

test("keeps a byte order mark", () => {
  expect(moveFile("a.ts", `\uFEFFimport "next-auth/react";\r\n`)).toBe(
    `\uFEFFimport "@sojourn/react";\r\n`,
  );
});
