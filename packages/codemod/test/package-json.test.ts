import { expect, test } from "vitest";
import { move, report } from "./support/app.ts";

const user = { "src/a.ts": `import { signIn } from "next-auth/react";\n` };
const packageJson = (text: string, files: Record<string, string> = user): string =>
  move({ ...files, "package.json": text })["package.json"] ?? "";

test("gets the package beside next-auth, where the order wants it", () => {
  expect(
    packageJson(
      `{\n  "name": "a",\n  "dependencies": {\n    "@a/b": "1",\n    "@trpc/c": "1",\n    "next-auth": "4"\n  }\n}\n`,
    ),
  ).toBe(
    `{\n  "name": "a",\n  "dependencies": {\n    "@a/b": "1",\n    "@sojourn/react": "^1.2.3",\n    "@trpc/c": "1",\n    "next-auth": "4"\n  }\n}\n`,
  );
});

test("gets it before next-auth where there is no order, and keeps tabs, CRLF and a byte order mark", () => {
  expect(
    packageJson(
      `\uFEFF{\r\n\t"devDependencies": {\r\n\t\t"zod": "1",\r\n\t\t"next-auth": "4",\r\n\t\t"react": "18"\r\n\t}\r\n}`,
    ),
  ).toBe(
    `\uFEFF{\r\n\t"devDependencies": {\r\n\t\t"zod": "1",\r\n\t\t"@sojourn/react": "^1.2.3",\r\n\t\t"next-auth": "4",\r\n\t\t"react": "18"\r\n\t}\r\n}`,
  );
});

test("gets it at the end, or on one line", () => {
  const files = { "a.ts": `import "next-auth/react";` };
  const nested = `{\n    "dependencies": {\n        "@a/b": "1"\n    }\n}\n`;
  expect(packageJson(nested, files)).toBe(
    nested.replace(`"1"`, `"1",\n        "@sojourn/react": "^1.2.3"`),
  );
  expect(packageJson(`{ "dependencies": { "next-auth": "4" } }`, files)).toBe(
    `{ "dependencies": { "@sojourn/react": "^1.2.3", "next-auth": "4" } }`,
  );
});

test("a library gets it in each group that has next-auth", () => {
  expect(
    packageJson(
      `{ "devDependencies": { "next-auth": "4" }, "peerDependencies": { "next-auth": ">=4" } }`,
    ),
  ).toBe(
    `{ "devDependencies": { "@sojourn/react": "^1.2.3", "next-auth": "4" }, "peerDependencies": { "@sojourn/react": "^1.2.3", "next-auth": ">=4" } }`,
  );
});

test("passkeys bring their package", () => {
  const files = { ...user, "b.ts": `import { signIn } from "next-auth/webauthn";` };
  expect(packageJson(`{ "dependencies": { "next-auth": "5" } }`, files)).toBe(
    `{ "dependencies": { "@sojourn/react": "^1.2.3", "@sojourn/webauthn": "^1.2.3", "next-auth": "5" } }`,
  );
});

test.each([
  [
    "has it",
    `{ "devDependencies": { "@sojourn/react": "0" }, "dependencies": { "next-auth": "4" } }`,
    user,
  ],
  ["is a server's", `{ "dependencies": { "next-auth": "4" } }`, { "a.ts": `import "next-auth";` }],
  [
    "only tells of it",
    `{ "dependencies": { "next-auth": "4" } }`,
    { "a.md": '```js\nimport "next-auth/react";\n```' },
  ],
])("stays as it is if the app %s", (_, text, files) => {
  expect(packageJson(text, files)).toBe(text);
});

test("in a monorepo each package that needs it gets it", () => {
  const moved = move({
    "package.json": `{ "dependencies": { "next-auth": "4" } }`,
    "apps/web/package.json": `{ "dependencies": { "next-auth": "4" } }`,
    "apps/web/src/a.ts": `import "next-auth/react";`,
    "apps/api/package.json": `{ "dependencies": { "next-auth": "4" } }`,
    "apps/api/a.ts": `import "next-auth";`,
    "packages/ui/package.json": `{ "dependencies": { "react": "18" } }`,
    "packages/ui/a.ts": `import "next-auth/react";`,
  });
  const stays = {
    "package.json": `{ "dependencies": { "next-auth": "4" } }`,
    "packages/ui/package.json": `{ "dependencies": { "@sojourn/react": "1" } }`,
    "packages/ui/a.ts": `import "next-auth/react";`,
  };
  expect(move(stays)).toEqual({ ...stays, "packages/ui/a.ts": `import "@sojourn/react";` });

  const has = (path: string): boolean =>
    moved[path]?.includes(`"@sojourn/react": "^1.2.3"`) ?? false;
  expect(has("apps/web/package.json")).toBe(true);
  expect(has("apps/api/package.json")).toBe(false);
  // It took next-auth from the root, so it takes ours from there.
  expect(has("packages/ui/package.json")).toBe(false);
  expect(has("package.json")).toBe(true);
});

test.each([
  [
    "an empty group",
    `{\n  "name": "a",\n  "dependencies": {}\n}\n`,
    `{\n  "name": "a",\n  "dependencies": {\n    "@sojourn/react": "^1.2.3"\n  }\n}\n`,
  ],
  [
    "no group",
    `{\n\t"name": "a",\n\t"scripts": { "a": "b" },\n\t"jest": {}\n}`,
    `{\n\t"name": "a",\n\t"scripts": { "a": "b" },\n\t"dependencies": {\n\t\t"@sojourn/react": "^1.2.3"\n\t},\n\t"jest": {}\n}`,
  ],
  [
    "others only",
    `{\r\n  "name": "a",\r\n  "devDependencies": {\r\n    "react": "19"\r\n  }\r\n}`,
    `{\r\n  "name": "a",\r\n  "dependencies": {\r\n    "@sojourn/react": "^1.2.3"\r\n  },\r\n  "devDependencies": {\r\n    "react": "19"\r\n  }\r\n}`,
  ],
  [
    "one line",
    `{ "private": true, "dependencies": { } }`,
    `{ "private": true, "dependencies": { "@sojourn/react": "^1.2.3" } }`,
  ],
  ["nothing", `{}`, `{\n  "dependencies": {\n    "@sojourn/react": "^1.2.3"\n  }\n}`],
  [
    "nothing that is known",
    `{"imports":{}}`,
    `{"imports":{},"dependencies": {"@sojourn/react": "^1.2.3"}}`,
  ],
])("gets a group for it with %s", (_, before, after) => {
  expect(packageJson(before)).toBe(after);
});

test("a new group has all that is needed", () => {
  const files = { ...user, "b.ts": `import { signIn } from "next-auth/webauthn";` };
  expect(packageJson(`{ "name": "a" }`, files)).toBe(
    `{ "name": "a", "dependencies": { "@sojourn/react": "^1.2.3", "@sojourn/webauthn": "^1.2.3" } }`,
  );
});

test("a package without groups gets it, and not a package.json that only says what its files are", () => {
  const type = `{ "type": "module" }`;
  const moved = move({
    "package.json": `{ "name": "a" }`,
    "ui/package.json": `{ "name": "ui" }`,
    "ui/src/package.json": type,
    "ui/src/a.ts": `import "next-auth/react";`,
  });
  expect(moved).toMatchObject({ "package.json": `{ "name": "a" }`, "ui/src/package.json": type });
  expect(moved["ui/package.json"]).toContain("@sojourn/react");
});

test.each([
  ["there is no package.json", {}],
  ["it is none", { "package.json": "[]" }],
  ["it can't be parsed", { "package.json": "{" }],
])("where %s, that is said", (_, more) => {
  const files = { ...user, "src/b.ts": `import "next-auth/webauthn";`, ...more };
  expect(report(files).skipped).toEqual([
    {
      path: "src/a.ts",
      reason:
        "needs @sojourn/react and @sojourn/webauthn, and there is no package.json that could ask for them",
    },
  ]);
  expect(report({ ...more, "a.ts": `import "next-auth";` }).skipped).toEqual([]);
});
