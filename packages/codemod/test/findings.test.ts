import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../src/look/rules.ts";
import { type Files, findingsOf, move } from "./support/app.ts";

const client = `import * as nextAuth from "next-auth/react";\nimport { __NEXTAUTH, getCsrfToken, getProviders, getSession, SessionProvider, signIn, useSession } from "next-auth/react";\n`;
const reader = { "reader.tsx": `import { useSession } from "next-auth/react"; useSession();` };

/** The rules that a text is found by, below the imports of a file. */
function rulesOf(text: string, path = "a.tsx", head = client): string[] {
  const all = findingsOf({ ...reader, [path]: head + text });
  return all.filter((it) => it.includes(` ${path}:`)).map((it) => it.split(" ")[0] ?? "");
}

interface Case {
  found: string[];
  not: string[];
  path?: string;
}

const cases: Record<string, Case> = {
  "sign-in-error-null": {
    found: [
      `async () => { const it = await signIn("credentials"); if (it.error === null) ok(); }`,
      `async () => { const it = await signIn("credentials"); if (null !== it?.error) ok(); }`,
      `async () => { const it = (await signIn("credentials"))!; if ((it.error as any) === null) ok(); }`,
      `async () => { const { error } = await signIn("a"); return error === null; }`,
      `async () => { const { error: why } = await nextAuth.signIn("a"); return why !== null; }`,
      `async () => { let it; try { it = await signIn("a"); } catch {} return it["error"] === null; }`,
      `async () => (await signIn("a")).error === null;`,
      `signIn("a").then((it) => it.error === null);`,
      `signIn("a").then(function ({ error }) { return error === null; });`,
      `async () => { const it = await signIn("a"); expect(it?.error).toBeNull(); }`,
      `async () => { const it = await signIn("a"); expect(it.error).not.toBe(null); }`,
      `async () => { const { error } = await signIn("a"); switch (error) { case null: ok(); } }`,
      `async () => { const it = await signIn("a"); switch (it?.error) { case "a": case null: } }`,
      `async () => { const { error } = await signIn("a"); return Object.is(error, null); }`,
      `async () => { const it = await signIn("a"); return !Object.is(null, it.error); }`,
      `async () => { const it = await signIn("a"); const { error } = it; return error === null; }`,
      `async () => { const it = await signIn("a"); const why = it?.error; return null === why; }`,
      `async () => { const it = await signIn("a"); assert.strictEqual(it.error, null); }`,
      `async () => { const it = await signIn("a"); return _.isNull(it.error); }`,
      `async () => { const it = await signIn("a"); expect(it.error).to.not.be.null; }`,
      `async () => { const it = await signIn("a"); expect(it.error).to.equal(null); }`,
      `async () => { const it = await signIn("a"); expect(it).toEqual({ error: null, ok: true }); }`,
      `async () => { expect(await signIn("a")).toMatchObject({ error: null }); }`,
      `async () => { const it = await signIn("a"); expect(it).toHaveProperty("error", null); }`,
    ],
    not: [
      `async () => { const it = await signIn("a"); if (it.error == null || it?.error != null) ok(); }`,
      `async () => { const it = await signIn("a"); return it.error === undefined || it.url === null; }`,
      `async () => { const it = await other("a"); return it.error === null; }`,
      `async () => { { const it = await signIn("a"); } const it = await other(); return it.error === null; }`,
      `async () => { const it = await signIn("a"); expect(it.error).toBeUndefined(); expect(it.error).toBe(1); }`,
      `other("a").then((it) => it.error === null); const error = 1; error === null;`,
      `async () => { const it = await signIn("a"); assert(it.error).toBeNull(); }`,
      `async () => { const { error } = await signIn("a"); switch (error) { case "a": case undefined: } }`,
      `async () => { const it = await signIn("a"); switch (it.url) { case null: ok(); } }`,
      `async () => { const it = await signIn("a"); return Object.is(it.error, it.url) || Object.is(it.url, null); }`,
      `async () => { const it = await signIn("a"); const url = it.url; return url === null; }`,
      `async () => { const { error = null } = await signIn("a"); return error === null; }`,
      `async () => { const it = await signIn("a"); assert.equal(it.error, null); expect(it).toEqual({ url: null }); }`,
    ],
  },
  "past-expires": {
    found: [
      `const a = { user: { name: "a" }, expires: "2020-01-01T00:00:00.000Z" };`,
      `const a = { "user": null, "expires": "1" };`,
      `mock.mockReturnValue({ data: { user, expires: new Date(0).toISOString() } });`,
      `const a = { user, expires: new Date("2020-01-01").toISOString() };`,
      `const a = { user, expires: new Date(2020, 3, 1).toISOString() };`,
    ],
    not: [
      `const a = { user, expires: "2999-01-01T00:00:00.000Z" };`,
      `const a = { name: "cookie", expires: "2020-01-01" };`,
      `const a = { user, expires: "" }; const b = { user, expires: soon };`,
      `const a = { user, expires: new Date().toISOString() };`,
      `const a = { user, expires: new Date(Date.now() + 1000).toISOString() };`,
      `const a = { user, expires: new Date(year, 3).toISOString() };`,
    ],
  },
  "build-asks-server": {
    found: [
      `export async function getStaticProps() { return { props: { a: await getProviders() } }; }`,
      `export const getStaticProps = wrap(async () => ({ props: { a: await getCsrfToken() } }));`,
      `export const getStaticPaths = async () => { await nextAuth.getProviders(); };`,
      `export async function generateStaticParams() { return getProviders(); }`,
      `const providers = await getProviders();`,
    ],
    not: [
      `export async function getServerSideProps(c) { return { props: { a: await getCsrfToken(c) } }; }`,
      `useEffect(() => { getProviders().then(set); }, []);`,
      `class A { providers = getProviders(); }`,
      `export async function getStaticProps() { return { props: { a: await otherProviders() } }; }`,
    ],
  },
  "other-string": {
    found: [
      `const path = "next-auth/react"; jest.mock(path);`,
      "const path = `next-auth/react`;",
      "const path = `${root}/node_modules/next-auth/react`;",
      `module.exports = { externals: ["commonjs next-auth/react"] };`,
      `await import("next-auth/react.js");`,
      `import type { SignInResponse } from "next-auth/react/types";`,
      `if (id.includes("next-auth/react")) skip();`,
      `const re = /next-auth\\/react/;`,
      `const re = /\\/next-auth\\/react/;`,
      `type Name = "next-auth/react";`,
      `write('import { useSession } from "next-auth/react";');`,
      `const path = "next-auth/webauthn";`,
    ],
    not: [
      `import "next-auth/jwt"; const path = "next-auth/reactive"; const own = "@/next-auth/react";`,
      `const own = ["./next-auth/react", "src/next-auth/react.ts", "https://a.dev/next-auth/react"];`,
      `const a = <p title="next-auth/react">next-auth/react</p>; // next-auth/react`,
      `console.warn("next-auth/react"); throw new TypeError("next-auth/react");`,
      `describe.each([1])("next-auth/react", () => { it("next-auth/react", () => {}); });`,
      `const help = "Import the hook from next-auth/react, or from ours.";`,
      `declare module "next-auth/react" { interface A {} }`,
    ],
  },
  "get-session-options": {
    found: [
      `await getSession({ broadcast: false });`,
      `await getSession({ event: "storage" });`,
      `await nextAuth.getSession({ req, triggerEvent: true });`,
    ],
    not: [
      `await getSession({ req });`,
      `await getSession();`,
      `await other({ broadcast: false });`,
    ],
  },
  "refetch-when-offline": {
    found: [
      `<SessionProvider refetchWhenOffline={false} />;`,
      `<nextAuth.SessionProvider refetchWhenOffline={false} />;`,
    ],
    not: [
      `<SessionProvider refetchWhenOffline={on} refetchInterval={60} />;`,
      `<Other refetchWhenOffline={false} />;`,
    ],
  },
  "redirect-false-oauth": {
    found: [
      `signIn("google", { redirect: false });`,
      `nextAuth.signIn("github", { callbackUrl: "/", redirect: false });`,
    ],
    not: [
      `signIn("credentials", { redirect: false }); signIn("email", { redirect: false });`,
      `signIn("google"); signIn("google", { redirect: true }); signIn(provider, { redirect: false });`,
      `signIn("my-own", { redirect: false }); other("google", { redirect: false });`,
      `() => getCsrfToken("google", { redirect: false });`,
    ],
  },
  "replaced-export": {
    found: [
      `(nextAuth as any).getSession = vi.fn();`,
      `vi.spyOn(nextAuth, "signIn");`,
      `sinon.stub(nextAuth as any, "signIn");`,
      `Object.defineProperty(nextAuth, "useSession", { value: 1 });`,
      `const all = require("next-auth/react"); sinon.replace(all, "useSession", () => null);`,
      `import { mock } from "node:test"; nextAuth.getSession = mock.fn();`,
      `import { vi as jest } from "vitest"; jest.spyOn(nextAuth, "signIn");`,
      `cy.stub(nextAuth, "useSession");`,
      `import { spyOn } from "storybook/test"; spyOn(nextAuth, "useSession");`,
    ],
    not: [
      `jest.spyOn(nextAuth, "signIn"); nextAuth.getSession = jest.fn();`,
      `import { expect } from "@jest/globals"; nextAuth.getSession = () => null;`,
      `vi.mock("next-auth/react"); vi.spyOn(nextAuth, "signIn");`,
      `vi.mock(import("next-auth/react"), { spy: true }); nextAuth.signIn = vi.fn();`,
      `vi.spyOn(other, "signIn"); other.signIn = 1; nextAuth.signIn.calls = 1;`,
    ],
  },
  "internal-state": {
    found: [
      `__NEXTAUTH._session = null;`,
      `nextAuth.__NEXTAUTH._lastSync;`,
      `(window as any).__NEXTAUTH._getSession();`,
      `import { now } from "next-auth/client/_utils";`,
    ],
    not: [`__NEXTAUTH.basePath = "/a";`, `other._session = null;`],
  },
  "message-key": {
    found: [
      `localStorage.setItem("nextauth.message", "{}");`,
      `addEventListener("storage", (it) => it.key === "nextauth.message");`,
    ],
    not: [`localStorage.setItem("nextauth.messages", ""); // "nextauth.message"`],
  },
  "next-auth-3": {
    found: [
      `import { signIn as enter } from "next-auth/client";`,
      `jest.mock("next-auth/client");`,
    ],
    not: [`import "next-auth/clients";`],
  },
  "wide-pattern": {
    path: "jest.config.js",
    found: [
      `module.exports = { moduleNameMapper: { "^next-auth/(.*)$": "<rootDir>/mocks/$1" } };`,
      `module.exports = { moduleNameMapper: { "next-auth": "<rootDir>/mock" } };`,
      `export default { alias: [{ find: /^next-auth/, replacement: "a" }] };`,
      `new webpack.NormalModuleReplacementPlugin(/^next-auth\\//, "./a");`,
    ],
    not: [
      `module.exports = { moduleNameMapper: { "^next-auth/react$": "a", "^next-auth$": "b", "^@/(.*)$": "c", "(": "d" } };`,
      `module.exports = { moduleNameMapper: { ".*": "a" }, other: { "^next-auth/(.*)$": "b" } };`,
    ],
  },
};

describe.each(Object.entries(cases))("%s", (rule, { found, not, path }) => {
  test.each(found)("is found in: %s", (text) => {
    expect(rulesOf(text, path)).toEqual([rule]);
  });
  test.each(not)("is not found in: %s", (text) => {
    expect(rulesOf(text, path)).toEqual([]);
  });
});

test("exports are replaced in Jest where it runs ES modules, and where the app does not say", () => {
  const found = ["replaced-export a.test.ts:1"];
  const [head, plain] = [`import * as a from "next-auth/react"; `, "a.getSession = () => null;"];
  const foundIn = (text: string, settings: Files): string[] =>
    findingsOf({ "a.test.ts": head + text, ...settings });
  const jest = { "package.json": `{ "devDependencies": { "jest": "30" } }` };
  const both = { "package.json": `{ "devDependencies": { "jest": "30", "vitest": "4" } }` };
  const script = `{ "scripts": { "test": "NODE_OPTIONS=--experimental-vm-modules jest" } }`;
  const settings = `export default { extensionsToTreatAsEsm: [".ts"] };`;

  expect(foundIn(plain, jest)).toEqual([]);
  expect(foundIn(plain, both)).toEqual(found);
  expect(foundIn(plain, {})).toEqual(found);
  expect(foundIn(`jest.spyOn(a, "signIn");`, both)).toEqual([]);
  for (const name of ["stub", "spy"]) {
    expect(foundIn(`cy.${name}(a, "signIn");`, jest)).toEqual(found);
  }
  expect(foundIn(`import { spyOn } from "storybook/test"; spyOn(a, "signIn");`, jest)).toEqual(
    found,
  );
  expect(foundIn(`sinon.stub(a, "signIn");`, jest)).toEqual([]);
  for (const esm of [{ "package.json": script }, { "jest.config.js": settings }]) {
    expect(foundIn(`jest.spyOn(a, "signIn");`, esm)).toEqual(found);
  }
});

test("by the names of require, and of the new module, too", () => {
  const text = `getSession({ broadcast: true });`;
  for (const head of [
    `const { getSession } = require("next-auth/react");`,
    `import { getSession } from "@sojourn/react";`,
    `const { getSession } = await import("next-auth/react");`,
    `import all = require("next-auth/react"); const getSession = 1; all.`,
  ]) {
    expect(rulesOf(text, "a.ts", head)).toEqual(["get-session-options"]);
  }
  expect(
    rulesOf(text, "a.ts", `import { getSession } from "next-auth"; // next-auth/react\n`),
  ).toEqual([]);
});

test("strings in settings and package.json are listed if they are not renamed", () => {
  const mapper = `{ "jest": { "moduleNameMapper": { "^next-auth/react$": "a" } } }`;
  const paths: [string, string, string[]][] = [
    ["jest.config.js", `module.exports = { a: "^next-auth/react$" };`, []],
    ["jest.config.js", `module.exports = { a: "next-auth/react.js" };`, ["other-string"]],
    ["jest.config.js", `module.exports = { a: /\\/next-auth\\/react/ };`, ["other-string"]],
    ["web/package.json", mapper, []],
    ["web/package.json", `{ "description": "for next-auth/react", "keywords": [] }`, []],
    ["web/package.json", `{ "scripts": { "a": "grep -r x next-auth/react" } }`, ["other-string"]],
  ];
  for (const [path, text, found] of paths) expect(rulesOf(text, path, "")).toEqual(found);
});

test("tells the line, also in the script of a component, and after the move", () => {
  const files = {
    ...reader,
    "a.vue": `<p/>\n<script>\n${client}\ngetSession({ event: "a" });\n</script>`,
  };
  const found = ["get-session-options a.vue:6"];
  expect(findingsOf(files)).toEqual(found);
  expect(findingsOf(move(files))).toEqual(found);
});

describe("a provider without a reader", () => {
  const app = `import { SessionProvider } from "next-auth/react";\nexport const App = () => <SessionProvider />;\n`;
  const found = ["provider-without-reader app.tsx:2"];

  test.each<[string, Files]>([
    ["nothing", {}],
    ["a test", { "a.test.tsx": `import { useSession } from "next-auth/react"; useSession();` }],
    ["an import that is not used", { "a.ts": `import { useSession } from "next-auth/react";` }],
    [
      "a page that reads on the server",
      {
        "a.ts": `import { getSession } from "next-auth/react"; getSession({ req }); getSession(context);`,
      },
    ],
    [
      "a sign-in",
      {
        "a.ts": `import * as all from "next-auth/react"; all.signIn(); export { signIn } from "next-auth/react";`,
      },
    ],
    [
      "another useSession",
      { "a.ts": `import { useSession } from "other"; useSession(); // next-auth/react` },
    ],
  ])("is found beside %s", (_, files) => {
    expect(findingsOf({ "app.tsx": app, ...files })).toEqual(found);
  });

  test.each<[string, Files]>([
    ["a hook", { "a.ts": `import { useSession } from "next-auth/react"; useSession();` }],
    [
      "a hook that is migrated",
      { "a.ts": `import { useSession } from "@sojourn/react"; useSession();` },
    ],
    ["getSession", { "a.ts": `import { getSession } from "next-auth/react"; getSession();` }],
    ["a member", { "a.ts": `import * as all from "next-auth/react"; all.useSession();` }],
    ["what is handed on", { "a.ts": `export * from "next-auth/react";` }],
    [
      "what is handed on by name",
      { "a.ts": `export { useSession as useUser } from "next-auth/react";` },
    ],
    ["the module as a value", { "a.ts": `import * as all from "next-auth/react"; use(all);` }],
    ["what is loaded later", { "a.ts": `import("next-auth/react").then(use);` }],
    ["what can't be parsed", { "a.ts": `import { useSession } from "next-auth/react"; (` }],
    [
      "a library",
      { "package.json": `{ "dependencies": { "@rainbow-me/rainbowkit-siwe-next-auth": "1" } }` },
    ],
  ])("is not found beside %s", (_, files) => {
    expect(findingsOf({ "app.tsx": app, ...files })).not.toContain(found[0]);
  });

  test("is found by createElement, and not in stories", () => {
    const text = `import { SessionProvider } from "next-auth/react"; createElement(SessionProvider);`;
    expect(findingsOf({ "app.js": text, "a.stories.js": text })).toEqual([
      "provider-without-reader app.js:1",
    ]);
  });
});

/** What the part of the guide that a rule leads to has to speak of. */
const said: Record<keyof typeof rules, string> = {
  "next-auth-3": "next-auth 3",
  "sign-in-error-null": "error === null",
  "provider-without-reader": "useSession()",
  "build-asks-server": "getProviders",
  "redirect-false-oauth": "redirect: false",
  "get-session-options": "triggerEvent",
  "refetch-when-offline": "refetchWhenOffline",
  "past-expires": "expires",
  "replaced-export": "guides/mocking",
  "wide-pattern": "^next-auth/(.*)$",
  "other-string": "strings",
  "internal-state": "__NEXTAUTH",
  "message-key": "nextauth.message",
  "library-between": "@sojourn/next-auth",
  "package-outside": "linked package",
  "next-auth-shim": "@sojourn/next-auth-5",
};

test("each rule leads to a part of the guide that is there, and speaks of it", () => {
  const guide = readFileSync(join(import.meta.dirname, "../../react/MIGRATING.md"), "utf8");
  const parts = new Map(
    guide.split(/^## /m).map((part) => {
      const [title = "", ...lines] = part.split("\n");
      const anchor = title
        .toLowerCase()
        .replaceAll(/[^\w\s-]/g, "")
        .replaceAll(" ", "-");
      return [anchor, lines.join("\n")];
    }),
  );
  for (const [rule, { anchor }] of Object.entries(rules)) {
    expect(parts.get(anchor), rule).toContain(said[rule as keyof typeof rules]);
  }
});
