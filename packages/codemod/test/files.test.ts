import { expect, test } from "vitest";
import { move, moveFile, report } from "./support/app.ts";

test.each([
  [
    "vue",
    `<template><p/></template>\n<script setup lang="ts">\nimport { signIn } from "«»";\nlet a = <any>b;\n</script>\n`,
  ],
  ["svelte", `<script>\n  import { signIn } from '«»';\n</script>\n<p>next-auth/react</p>\n`],
  [
    "astro",
    `---\nimport { signIn } from "«»";\nconst a: string = "";\n---\n<p/>\n<script>import "«»";</script>\n`,
  ],
  [
    "mdx",
    `import { useSession } from "«»"\n\n# Title\n\nimport your things from next-auth/react,\n\nexport const a = () => <p/>\n\n<A />\n`,
  ],
  [
    "mdx",
    "import B from './b'\nimport { useSession } from '«»'\n\n```tsx\nimport { signIn } from '«»';\n```\n",
  ],
  [
    "md",
    'From `next-auth/react`:\n\n```js\nimport { signIn } from "«»";\n```\n\n```sh\nnpm install "next-auth/react"\n```\n',
  ],
])("scripts in .%s", (ending, text) => {
  expect(moveFile(`a.${ending}`, text.replaceAll("«»", "next-auth/react"))).toBe(
    text.replaceAll("«»", "@sojourn/react"),
  );
});

test("folders of mocks move, with what they import", () => {
  const mocks = {
    "src/__mocks__/next-auth/react.tsx": `import { user } from "../../users";\nimport { log } from "./log";\nexport * from "next-auth/react";\n`,
    "src/__mocks__/next-auth/log.ts": `export { useSession } from "./react";\n`,
    "src/a.test.ts": `import { useSession } from "./__mocks__/next-auth/react";\nimport "./__mocks__/next-auth/log";\n`,
    "__mocks__/next-auth/webauthn.js": `export { user } from '../../src/users.js';\nexport { useSession } from '../../src/__mocks__/next-auth/react';\n`,
    "lib/__mocks__/next-auth/react/index.js": `module.exports = require("./b");\n`,
    "lib/__mocks__/next-auth/react/b.js": `module.exports = {};\n`,
    "types/next-auth/react.ts": `export {};\n`,
  };
  expect(move(mocks)).toEqual({
    "src/__mocks__/@sojourn/react.tsx": `import { user } from "../../users";\nimport { log } from "../next-auth/log";\nexport * from "@sojourn/react";\n`,
    "src/__mocks__/next-auth/log.ts": `export { useSession } from "../@sojourn/react";\n`,
    "src/a.test.ts": `import { useSession } from "./__mocks__/@sojourn/react";\nimport "./__mocks__/next-auth/log";\n`,
    "__mocks__/@sojourn/webauthn/react.js": `export { user } from '../../../src/users.js';\nexport { useSession } from '../../../src/__mocks__/@sojourn/react';\n`,
    "lib/__mocks__/@sojourn/react/index.js": `module.exports = require("../../next-auth/react/b");\n`,
    "lib/__mocks__/next-auth/react/b.js": `module.exports = {};\n`,
    "types/next-auth/react.ts": `export {};\n`,
  });
});

test("a mock does not take the place of one that is there", () => {
  const { changes, skipped } = report({
    "__mocks__/next-auth/react.js": `module.exports = require("next-auth/react");\n`,
    "__mocks__/@sojourn/react.js": "",
    "package.json": `{ "dependencies": { "next-auth": "4" } }`,
  });
  expect(changes).toEqual([]);
  expect(skipped).toEqual([
    {
      path: "__mocks__/next-auth/react.js",
      reason: "__mocks__/@sojourn/react.js is there already",
    },
  ]);
});

test("what can't be parsed is left alone, and named", () => {
  const { changes, skipped } = report({
    "a.ts": `import { signIn } from "next-auth/react";\nconst = ;\n`,
    "__mocks__/next-auth/react.js": `export { useSession } from "next-auth/react"\n}\n`,
    "b.ts": "const = ;\n",
    "b.test.ts": "const a = { user, expires ;\n",
    "b.mdx": "import your own\n\nexport things of next-auth/react\n",
    "c.vue": `<script>import "next-auth/react"; (</script>\n<script setup>import "next-auth/react";</script>\n`,
    "d.md": '# A\n\n```ts\nimport "next-auth/react"; …\n```\n',
    "tsconfig.json": `{ "paths": { "next-auth/react": [ }`,
    "package.json": `{ "dependencies": { "next-auth": "4", }, oops`,
  });
  expect(changes.map((it) => it.path)).toEqual(["c.vue"]);
  expect(skipped.map(({ path, line, reason }) => `${path}:${line} ${reason}`)).toEqual([
    expect.stringContaining("c.vue:undefined needs @sojourn/react"),
    "__mocks__/next-auth/react.js:2 can't be parsed: Unexpected token",
    "a.ts:2 can't be parsed: Unexpected token",
    "c.vue:1 can't be parsed: Unexpected token",
    "d.md:4 can't be parsed: Unexpected character '…'.",
    expect.stringContaining("package.json:1 can't be parsed: "),
    expect.stringContaining("tsconfig.json:1 can't be parsed: "),
  ]);
});
