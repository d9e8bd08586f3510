import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What is nearest to the mutants goes first: the first test that fails ends the run. */
class NearestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const [far, near] = [true, false].map((isFar) =>
      files.filter(({ moduleId }) => moduleId.includes("/client/") === isFar),
    );
    return Promise.resolve([...(near ?? []), ...(far ?? [])]);
  }
}

/** The tests that Stryker runs: those that are quick, and of what it mutates. */
export default defineConfig({
  root: `${import.meta.dirname}/../..`,
  test: {
    environment: "node",
    include: ["test/{session,tabs,runtime,api,store,mutations,client}/*.test.ts"],
    exclude: ["test/client/{afterwards,concurrent,convergence}.test.ts"],
    setupFiles: ["test/stryker/seed.ts"],
    // The mutant is chosen in each run, not by each file.
    isolate: false,
    sequence: { sequencer: NearestFirst },
  },
  ssr: { resolve: { conditions: ["@sojourn/source"] } },
});
