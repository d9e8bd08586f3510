import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { folderOf, run } from "./support/run.ts";

test.each(["webpack", "vite", "parcel", "esbuild", "rollup", "metro"])(
  "an app bundled by %s signs in and out",
  async (name) => {
    await run("bundlers", ["node", "build.mjs", name]);
    const printed = await run("bundlers", ["node", "show.mjs", name]);
    expect(JSON.parse(printed)).toEqual(["Nobody", "Ada Lovelace", "Nobody"]);

    const code = readFileSync(join(folderOf("bundlers"), "built", name, "app.js"));
    const [raw, gzipped] = [code, gzipSync(code)].map(({ length }) => length.toLocaleString("en"));
    console.log(`${name}: ${raw} bytes with React, ${gzipped} gzipped`);
  },
);

test("Metro's bundle for React Native reads a session without a document", async () => {
  await run("bundlers", ["node", "build.mjs", "metroNative"]);
  expect(JSON.parse(await run("bundlers", ["node", "show-native.mjs"]))).toEqual({
    name: "Ada Lovelace",
    isServer: true,
    types: ["function", "function"],
    asked: ["https://auth.example/api/auth/session"],
  });
});
