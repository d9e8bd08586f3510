import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { applyCut } from "./cut.ts";
import { mechanisms } from "./mechanisms.ts";

const root = resolve(import.meta.dirname, "../../packages/core");
const { file, cut, test } = mechanisms[Number(process.env["MECHANISM"])]!;
const path = resolve(root, "src", file);
const code = applyCut(readFileSync(path, "utf8"), cut);

/** The tests of the core, while one of its mechanisms is taken out. */
export default defineConfig({
  root,
  plugins: [
    {
      // Transformed modules are kept by the names of the plugins, among others.
      name: `${file} without ${JSON.stringify(cut)}`,
      enforce: "pre",
      transform: (_, id) => (id.split("?")[0] === path ? code : undefined),
    },
  ],
  test: {
    include: [`test/${test[0]}.test.ts`],
    testNamePattern: test[1].replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`),
    // Without some mechanisms a test never ends.
    testTimeout: 10_000,
  },
  ssr: { resolve: { conditions: ["@sojourn/source"] } },
});
