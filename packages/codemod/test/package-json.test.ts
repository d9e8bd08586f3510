import { expect, test } from "vitest";
import { move } from "./support/app.ts";

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
