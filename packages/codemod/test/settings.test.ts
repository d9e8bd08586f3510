import { expect, test } from "vitest";
import { move, moveFile } from "./support/app.ts";

test.each([
  [
    "jest.config.js",
    `module.exports = { moduleNameMapper: { "^«next-auth/react»$": "<rootDir>/mocks/session.js" } };`,
  ],
  [
    "jest.config.js",
    String.raw`module.exports = { moduleNameMapper: { "^«next-auth\\/react»$": "x" } };`,
  ],
  [
    "jest.config.ts",
    `export default { transformIgnorePatterns: ["node_modules/(?!«next-auth/react»|jose)"] };`,
  ],
  [
    "jest.config.mjs",
    String.raw`export default { transformIgnorePatterns: ["/node_modules/(?!(?:jose|«next-auth/react»)/)"] };`,
  ],
  ["jest.setup.ts", `jest.mock("«next-auth/react»");`],
  [
    "vitest.config.mts",
    `export default { test: { alias: [{ find: /^«next-auth\\/react»$/, replacement: "/a.ts" }] } };`,
  ],
  [
    "vite.config.ts",
    `export default { optimizeDeps: { include: ["react", "«next-auth/react»"] } };`,
  ],
  ["next.config.js", `module.exports = { transpilePackages: ['«next-auth/react»', 'next-auth'] };`],
  [
    "webpack.config.js",
    `module.exports = { resolve: { alias: { "«next-auth/react»$": path.resolve("a.js") } } };`,
  ],
  [
    ".storybook/main.ts",
    `export default { viteFinal: merge({ optimizeDeps: { include: ["«next-auth/react»"] } }) };`,
  ],
  [
    "webpack.config.js",
    `module.exports = { externals: { "«next-auth/react»": "commonjs «next-auth/react»" } };`,
  ],
  ["next.config.mjs", `export default { externals: ["module «next-auth/react»"] };`],
  ["vite.config.ts", "const at = `${root}/node_modules/«next-auth/react»`;"],
  [
    "tsconfig.json",
    `{ // why\n  "compilerOptions": { "paths": { "«next-auth/react»": ["./types/auth.d.ts"], } }\n}`,
  ],
  ["jsconfig.json", `{"compilerOptions":{"types":["«next-auth/react»"]}}`],
  ["jest.config.json", `{"moduleNameMapper":{"^«next-auth/react»$":"<rootDir>/a.js"}}`],
  [".babelrc", `{"plugins":[["module-resolver",{"alias":{"«next-auth/react»":"./a"}}]]}`],
  [".eslintrc.json", `{"rules":{"no-restricted-imports":["error","«next-auth/react»"]}}`],
  [
    "package.json",
    `{"description":"on next-auth/react","jest":{"moduleNameMapper":{"^«next-auth/react»$":"a"}}}`,
  ],
  [
    "package.json",
    `{"scripts":{"a":"grep next-auth/react"},"imports":{"#auth":"«next-auth/react»"}}`,
  ],
])("%s: %s", (path, text) => {
  const before = text.replaceAll(/[«»]/g, "");
  const after = text.replaceAll(/«next-auth(\\*\/)react»/g, "@sojourn$1react");
  expect(moveFile(path, before)).toBe(after);
});

test.each([
  [
    "jest.config.js",
    `module.exports = { a: "<rootDir>/src/next-auth/react.ts", b: "./next-auth/react" };`,
  ],
  [
    "jest.config.js",
    `module.exports = { a: "node_modules/next-auth/react/index.js", b: "next-auth/react-query" };`,
  ],
  ["jest.config.js", `module.exports = { a: "next-auth", b: "^next-auth/jwt$", c: /next-auth/ };`],
  ["tsconfig.json", `{ "files": ["types/next-auth/react.d.ts", "next-auth.d.ts"] }`],
])("leaves other files alone that are called so: %s: %s", (path, text) => {
  expect(moveFile(path, text)).toBe(text);
});

test("a passkey's module moves in settings, too", () => {
  expect(
    moveFile("vite.config.ts", String.raw`a(/^next-auth\/webauthn$/, "next-auth/webauthn")`),
  ).toBe(String.raw`a(/^@sojourn\/webauthn\/react$/, "@sojourn/webauthn/react")`);
});

test("settings name mocks by their new place", () => {
  expect(
    move({
      "jest.config.js": `module.exports = { setupFiles: ["<rootDir>/__mocks__/next-auth/react.ts"] };`,
      "__mocks__/next-auth/react.ts": "export const useSession = jest.fn();\n",
    }),
  ).toEqual({
    "jest.config.js": `module.exports = { setupFiles: ["<rootDir>/__mocks__/@sojourn/react.ts"] };`,
    "__mocks__/@sojourn/react.ts": "export const useSession = jest.fn();\n",
  });
});
