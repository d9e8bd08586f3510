import { defineConfig } from "vitest/config";

const environments = ["jsdom", "happy-dom"];
const pools = ["threads", "vmThreads"];

export default defineConfig({
  test: {
    maxWorkers: 1,
    projects: environments.flatMap((environment) =>
      pools.map((pool) => ({
        test: { name: `${environment}, ${pool}`, environment, pool, globals: true },
      })),
    ),
  },
});
