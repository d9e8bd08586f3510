import { createRequire } from "node:module";
import { defineConfig } from "vitest/config";

const { resolve } = createRequire(import.meta.url);
const environments = ["jsdom", "happy-dom"];
const pools = ["threads", "vmThreads"];

export default defineConfig({
  test: {
    maxWorkers: 1,
    projects: [
      ...environments.flatMap((environment) =>
        pools.map((pool) => ({
          test: { name: `${environment}, ${pool}`, environment, pool, globals: true },
        })),
      ),
      {
        test: {
          name: "CommonJS",
          environment: "jsdom",
          globals: true,
          include: ["{replaced,mocked,partly-mocked,spied}.test.jsx"],
        },
        // As the page about mocks of apps/docs has it.
        resolve: {
          alias: [{ find: /^@sojourn\/react$/, replacement: resolve("@sojourn/react") }],
        },
      },
    ],
  },
});
